import { createRouter, createWebHistory } from 'vue-router'
import type { FeatureModule } from './module'
import { i18n } from './i18n'
import { useSession } from './session'

declare module 'vue-router' {
  interface RouteMeta {
    /** i18n key of the page's title */
    title?: string
    /** open to those who have not signed in; shown without the navigation */
    open?: boolean
  }
}

const found = import.meta.glob<{ default: FeatureModule }>('../features/*/module.ts', { eager: true })
const modules = Object.values(found).map((m) => m.default)

export const menu = modules.flatMap((m) => m.menu ?? []).sort((a, b) => a.order - b.order)

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', redirect: '/workbench' },
    ...modules.flatMap((m) => m.routes),
    { path: '/:rest(.*)*', name: 'nowhere', component: () => import('./NoSuchPage.vue'), meta: { title: 'app.nowhere' } },
  ],
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? {} : { top: 0 }),
})

router.beforeEach(async (to) => {
  const session = useSession()
  if (!session.known) await session.load().catch(() => (session.known = false))
  if (!to.meta.open && !session.session) return { path: '/sign-in', query: to.fullPath === '/workbench' ? {} : { to: to.fullPath } }
  return true
})

// a new release took away the pieces this page still asks for: load it afresh, once
router.onError((fault: Error, to) => {
  if (!/dynamically imported module|module script/i.test(fault.message) || sessionStorage.getItem('xiezhi.reloaded') === to.fullPath) throw fault
  sessionStorage.setItem('xiezhi.reloaded', to.fullPath)
  location.assign(to.fullPath)
})

router.afterEach((to) => {
  const title = to.meta.title ? i18n.global.t(to.meta.title) : ''
  document.title = title ? `${title} · ${i18n.global.t('app.name')}` : i18n.global.t('app.name')
})
