import { Key, Lock } from '@element-plus/icons-vue'
import { listDisciplineLeads } from '@/api/discipline'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/referrals', component: () => import('./pages/ReferralsPage.vue'), meta: { title: 'referral.title' } },
    { path: '/matters/:matter/referrals/new', component: () => import('./pages/MarkCrimePage.vue'), props: true, meta: { title: 'referral.mark' } },
    { path: '/referrals/:id', component: () => import('./pages/ReferralPage.vue'), props: true, meta: { title: 'referral.one' } },
    { path: '/criminal-link', component: () => import('./pages/ContactsPage.vue'), meta: { title: 'referral.contacts' } },
    { path: '/criminal-link/new', component: () => import('./pages/WriteContactPage.vue'), props: (route) => ({ matter: route.query.matter }), meta: { title: 'referral.writeContact' } },
    { path: '/discipline-leads', component: () => import('./pages/DisciplineListPage.vue'), meta: { title: 'referral.discipline' } },
    { path: '/discipline-leads/new', component: () => import('./pages/NoteLeadPage.vue'), meta: { title: 'referral.noteLead' } },
    { path: '/discipline-leads/:id', component: () => import('./pages/DisciplinePage.vue'), props: true, meta: { title: 'referral.discipline' } },
  ],
  menu: [
    { to: '/referrals', label: 'referral.title', icon: Key, group: 'between', order: 60 },
    { to: '/discipline-leads', label: 'referral.discipline', icon: Lock, group: 'between', order: 61, roles: ['supervisor'], elseIf: async () => (await listDisciplineLeads({ limit: '1' })).items.length > 0 },
  ],
} satisfies FeatureModule
