import { Flag, List, Promotion, WarnTriangleFilled } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/command', component: () => import('./pages/CommandPage.vue'), meta: { title: 'command.title' } },
    { path: '/tasks', component: () => import('./pages/TasksPage.vue'), meta: { title: 'command.tasks' } },
    { path: '/orders', component: () => import('./pages/OrdersPage.vue'), meta: { title: 'command.orders' } },
    { path: '/orders/new', component: () => import('./pages/IssuePage.vue'), props: (route) => ({ post: route.query.post, matter: route.query.matter }), meta: { title: 'command.issue' } },
    { path: '/orders/:id', component: () => import('./pages/OrderPage.vue'), props: true, meta: { title: 'command.order' } },
    { path: '/problems', component: () => import('./pages/ProblemsPage.vue'), meta: { title: 'command.problems' } },
    { path: '/problems/new', component: () => import('./pages/RegisterProblemPage.vue'), props: (route) => ({ post: route.query.post }), meta: { title: 'command.problem' } },
    { path: '/problems/:id', component: () => import('./pages/ProblemPage.vue'), props: true, meta: { title: 'command.problem' } },
    { path: '/upward-reports', component: () => import('./pages/UpwardReportsPage.vue'), meta: { title: 'command.reports' } },
    { path: '/upward-reports/new', component: () => import('./pages/ReportPage.vue'), meta: { title: 'command.report' } },
    { path: '/upward-reports/:id', component: () => import('./pages/UpwardReportPage.vue'), props: true, meta: { title: 'command.report' } },
  ],
  menu: [
    { to: '/tasks', label: 'command.tasks', icon: List, group: 'desk', order: 18, phone: true },
    { to: '/command', label: 'command.title', icon: Flag, group: 'between', order: 55 },
    { to: '/problems', label: 'command.problems', icon: WarnTriangleFilled, group: 'between', order: 56 },
    { to: '/upward-reports', label: 'command.reports', icon: Promotion, group: 'between', order: 57 },
  ],
} satisfies FeatureModule
