import { Collection, Reading } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/guidance', component: () => import('./pages/GuidancePage.vue'), meta: { title: 'guidance.title' } },
    { path: '/guidance/new', component: () => import('./pages/DraftPage.vue'), meta: { title: 'guidance.draft' } },
    { path: '/guidance/:id', component: () => import('./pages/EntryPage.vue'), props: true, meta: { title: 'guidance.title' } },
    { path: '/item-provisions', component: () => import('./pages/ProvisionsPage.vue'), meta: { title: 'guidance.provisions' } },
  ],
  menu: [
    { to: '/item-provisions', label: 'guidance.provisions', icon: Collection, group: 'rules', order: 60 },
    { to: '/guidance', label: 'guidance.title', icon: Reading, group: 'rules', order: 61 },
  ],
} satisfies FeatureModule
