export const AreaReportCard = () => import('./components/AreaReportCard.vue')
