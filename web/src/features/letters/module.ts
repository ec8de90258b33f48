import { Message } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [{ path: '/letters', component: () => import('./pages/LettersPage.vue'), meta: { title: 'letters.title' } }],
  menu: [{ to: '/letters', label: 'letters.title', icon: Message, group: 'desk', order: 20, phone: true }],
} satisfies FeatureModule
