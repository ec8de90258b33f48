import { Lock } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [{ path: '/ledger', component: () => import('./pages/LedgerPage.vue'), meta: { title: 'ledger.title' } }],
  menu: [{ to: '/ledger', label: 'ledger.title', icon: Lock, group: 'record', order: 80, roles: ['coordinator', 'supervisor', 'administrator'] }],
} satisfies FeatureModule
