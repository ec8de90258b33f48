// The public's pages: a program of their own, without the staff's, so that they open on a slow phone.
import { createApp } from 'vue'
import { createRouter, createWebHistory } from 'vue-router'
import './tokens.css'
import './portal.css'
import { routes } from '@/features/portal'
import PortalFrame from './PortalFrame.vue'
import { i18n, keptLocale, speakFrom, useLocale } from './i18n'

speakFrom({ 'zh-CN': () => import('./locales/zh-CN.portal'), en: () => import('./locales/en.portal') })
await useLocale(keptLocale())

const router = createRouter({
  history: createWebHistory(),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.fullPath === from.fullPath ? {} : { top: 0 }),
})
router.afterEach((to) => {
  document.title = to.meta.title ? `${i18n.global.t(to.meta.title)} · ${i18n.global.t('app.name')}` : i18n.global.t('app.name')
})
createApp(PortalFrame).use(i18n).use(router).mount('#app')
