import { Promotion } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/transfers', component: () => import('./pages/TransfersPage.vue'), meta: { title: 'transfer.title' } },
    { path: '/transfers/:id', component: () => import('./pages/TransferPage.vue'), props: true, meta: { title: 'transfer.one' } },
    { path: '/transfers/:id/amend', component: () => import('./pages/PrepareTransferPage.vue'), props: (route) => ({ transfer: route.params.id }), meta: { title: 'transfer.amend' } },
    { path: '/matters/:matter/transfers/new', component: () => import('./pages/PrepareTransferPage.vue'), props: (route) => ({ about: route.params.matter }), meta: { title: 'transfer.prepare' } },
  ],
  menu: [{ to: '/transfers', label: 'transfer.title', icon: Promotion, group: 'desk', order: 40 }],
} satisfies FeatureModule
