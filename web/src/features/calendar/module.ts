import { Calendar } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [{ path: '/calendar', component: () => import('./pages/CalendarPage.vue'), meta: { title: 'calendar.title' } }],
  menu: [{ to: '/calendar', label: 'calendar.title', icon: Calendar, group: 'rules', order: 70 }],
} satisfies FeatureModule
