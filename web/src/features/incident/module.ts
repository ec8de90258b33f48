import { AlarmClock, Warning } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/support', component: () => import('./pages/SupportPage.vue'), props: (route) => ({ matter: route.query.matter }), meta: { title: 'incident.support' } },
    { path: '/support-calls', component: () => import('./pages/LivePage.vue'), meta: { title: 'incident.live' } },
    { path: '/support-calls/:id', component: () => import('./pages/CallPage.vue'), props: true, meta: { title: 'incident.call' } },
    { path: '/police-help', component: () => import('./pages/HelpListPage.vue'), meta: { title: 'incident.help' } },
    { path: '/police-help/new', component: () => import('./pages/StrengthPage.vue'), meta: { title: 'incident.help' } },
    { path: '/police-help/:id', component: () => import('./pages/HelpPage.vue'), props: true, meta: { title: 'incident.help' } },
    { path: '/matters/:matter/identity/new', component: () => import('./pages/IdentityPage.vue'), props: true, meta: { title: 'incident.identity' } },
    { path: '/incidents', component: () => import('./pages/IncidentsPage.vue'), meta: { title: 'incident.title' } },
    { path: '/incidents/new', component: () => import('./pages/OpenIncidentPage.vue'), props: (route) => ({ matter: route.query.matter, call: route.query.call }), meta: { title: 'incident.title' } },
    { path: '/incidents/:id', component: () => import('./pages/IncidentPage.vue'), props: true, meta: { title: 'incident.title' } },
    { path: '/opinions', component: () => import('./pages/OpinionsPage.vue'), meta: { title: 'incident.opinions' } },
    { path: '/opinions/new', component: () => import('./pages/RegisterOpinionPage.vue'), props: (route) => ({ incident: route.query.incident }), meta: { title: 'incident.opinions' } },
    { path: '/opinions/:id', component: () => import('./pages/OpinionPage.vue'), props: true, meta: { title: 'incident.opinions' } },
  ],
  menu: [
    { to: '/support', label: 'incident.support', icon: AlarmClock, group: 'between', order: 62, phone: true, roles: ['officer'] },
    { to: '/support-calls', label: 'incident.live', icon: Warning, group: 'between', order: 63 },
  ],
} satisfies FeatureModule
