import { Notebook } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/mechanism', component: () => import('./pages/MechanismPage.vue'), meta: { title: 'mechanism.title' } },
    { path: '/mechanism/compare', component: () => import('./pages/ComparePage.vue'), meta: { title: 'mechanism.compare.title' } },
    { path: '/mechanism/:county', component: () => import('./pages/MechanismPage.vue'), props: true, meta: { title: 'mechanism.title' } },
    { path: '/mechanism/:county/import', component: () => import('./pages/ImportPage.vue'), props: true, meta: { title: 'mechanism.import.title' } },
  ],
  menu: [{ to: '/mechanism', label: 'mechanism.title', icon: Notebook, group: 'rules', order: 60 }],
} satisfies FeatureModule
