import { Help } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/assistance', component: () => import('./pages/AssistanceListPage.vue'), meta: { title: 'assistance.title' } },
    { path: '/assistance/new', component: () => import('./pages/RequestPage.vue'), meta: { title: 'assistance.request' } },
    { path: '/matters/:matter/assistance/new', component: () => import('./pages/RequestPage.vue'), props: true, meta: { title: 'assistance.request' } },
    { path: '/assistance/:id', component: () => import('./pages/AssistancePage.vue'), props: true, meta: { title: 'assistance.one' } },
    { path: '/assistance/:id/amend', component: () => import('./pages/RequestPage.vue'), props: (route) => ({ request: route.params.id }), meta: { title: 'assistance.request' } },
  ],
  menu: [{ to: '/assistance', label: 'assistance.title', icon: Help, group: 'between', order: 40 }],
} satisfies FeatureModule
