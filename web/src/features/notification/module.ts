import { Bell } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [{ path: '/notifications', component: () => import('./pages/NotificationsPage.vue'), meta: { title: 'notification.title' } }],
  menu: [{ to: '/notifications', label: 'notification.title', icon: Bell, group: 'desk', order: 50 }],
} satisfies FeatureModule
