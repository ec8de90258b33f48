import { Monitor } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [{ path: '/workbench', component: () => import('./pages/WorkbenchPage.vue'), meta: { title: 'workbench.title' } }],
  menu: [{ to: '/workbench', label: 'workbench.title', icon: Monitor, group: 'desk', order: 10, phone: true }],
} satisfies FeatureModule
