import { EditPen } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/leads/new', component: () => import('./pages/RegisterLeadPage.vue'), meta: { title: 'intake.title' } },
    { path: '/matters/:id/amend', component: () => import('./pages/AmendLeadPage.vue'), props: true, meta: { title: 'intake.amend' } },
  ],
  menu: [{ to: '/leads/new', label: 'intake.menu', icon: EditPen, group: 'desk', order: 20, phone: true, roles: ['clerk', 'officer'] }],
} satisfies FeatureModule
