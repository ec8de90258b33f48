import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/matters/:matter/disputes/new', component: () => import('./pages/RaiseDisputePage.vue'), props: (route) => ({ matter: route.params.matter, transfer: route.query.transfer }), meta: { title: 'dispute.raise' } },
    { path: '/disputes/:id', component: () => import('./pages/DisputePage.vue'), props: true, meta: { title: 'dispute.one' } },
  ],
} satisfies FeatureModule
