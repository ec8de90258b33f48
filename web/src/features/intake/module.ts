import { ChatLineSquare, EditPen, Warning } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/leads/new', component: () => import('./pages/RegisterLeadPage.vue'), meta: { title: 'intake.title' } },
    { path: '/matters/:id/amend', component: () => import('./pages/AmendLeadPage.vue'), props: true, meta: { title: 'intake.amend' } },
    { path: '/complaints', component: () => import('./pages/ComplaintsPage.vue'), meta: { title: 'intake.complaints.title' } },
    { path: '/complaints/new', component: () => import('./pages/RegisterComplaintPage.vue'), meta: { title: 'intake.complaints.register' } },
    { path: '/complaints/:id', component: () => import('./pages/ComplaintPage.vue'), props: true, meta: { title: 'intake.complaints.one' } },
    { path: '/conduct-complaints', component: () => import('./pages/ConductComplaintsPage.vue'), meta: { title: 'intake.conduct.title' } },
    { path: '/conduct-complaints/:id', component: () => import('./pages/ConductComplaintPage.vue'), props: true, meta: { title: 'intake.conduct.title' } },
  ],
  menu: [
    { to: '/complaints', label: 'intake.complaints.title', icon: ChatLineSquare, group: 'desk', order: 15, phone: true },
    { to: '/leads/new', label: 'intake.menu', icon: EditPen, group: 'desk', order: 20, roles: ['clerk', 'officer'] },
    { to: '/conduct-complaints', label: 'intake.conduct.title', icon: Warning, group: 'record', order: 70, roles: ['supervisor'] },
  ],
} satisfies FeatureModule
