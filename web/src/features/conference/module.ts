import { ChatDotRound } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/meetings', component: () => import('./pages/MeetingsPage.vue'), meta: { title: 'conference.title' } },
    { path: '/meetings/new', component: () => import('./pages/CallMeetingPage.vue'), props: (route) => ({ series: route.query.series, matter: route.query.matter }), meta: { title: 'conference.call' } },
    { path: '/meetings/:id', component: () => import('./pages/MeetingPage.vue'), props: true, meta: { title: 'conference.one' } },
    { path: '/periodic-duties', component: () => import('./pages/PeriodicPage.vue'), meta: { title: 'conference.periodic' } },
    { path: '/consultation-matters', component: () => import('./pages/ConsultationPage.vue'), meta: { title: 'conference.consultation' } },
    { path: '/resolutions/:id', component: () => import('./pages/ResolutionPage.vue'), props: true, meta: { title: 'conference.resolution' } },
  ],
  menu: [{ to: '/meetings', label: 'conference.title', icon: ChatDotRound, group: 'between', order: 44 }],
} satisfies FeatureModule
