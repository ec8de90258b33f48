import { Collection } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/powers', component: () => import('./pages/PowersPage.vue'), meta: { title: 'powers.title' } },
    { path: '/powers/:code', component: () => import('./pages/PowerPage.vue'), props: true, meta: { title: 'powers.one' } },
  ],
  menu: [{ to: '/powers', label: 'powers.title', icon: Collection, group: 'rules', order: 65 }],
} satisfies FeatureModule
