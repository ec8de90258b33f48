import type { RouteRecordRaw } from 'vue-router'
import ReportPage from './pages/ReportPage.vue'

/** The public's pages. Reporting comes with the first load: it must go on where the line ends. */
export const routes: RouteRecordRaw[] = [
  { path: '/report', component: ReportPage, meta: { title: 'portal.report.title' } },
  { path: '/track', component: () => import('./pages/TrackPage.vue'), meta: { title: 'portal.track.title' } },
  { path: '/track/:code', component: () => import('./pages/TrackedPage.vue'), props: true, meta: { title: 'portal.track.title' } },
  { path: '/conduct', component: () => import('./pages/ConductPage.vue'), meta: { title: 'portal.conduct.title' } },
  { path: '/conduct/:code', component: () => import('./pages/TrackedConductPage.vue'), props: true, meta: { title: 'portal.conduct.title' } },
  { path: '/published', component: () => import('./pages/PublishedPage.vue'), meta: { title: 'portal.published.title' } },
  { path: '/:rest(.*)*', redirect: '/report' },
]
