export const PlaceMap = () => import('./components/PlaceMap.vue')
