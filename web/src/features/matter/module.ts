import { Files } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/matters', component: () => import('./pages/MattersPage.vue'), meta: { title: 'matter.title' } },
    { path: '/matters/:id', component: () => import('./pages/MatterPage.vue'), props: true, meta: { title: 'matter.one' } },
  ],
  menu: [{ to: '/matters', label: 'matter.title', icon: Files, group: 'desk', order: 30, phone: true }],
} satisfies FeatureModule
