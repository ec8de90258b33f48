import { VueQueryPlugin, QueryClient } from '@tanstack/vue-query'
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import 'element-plus/es/components/message/style/css'
import './tokens.css'
import './base.css'
import { whenSignedOut } from '@/api/client'
import { Problem } from '@/api/problem'
import App from './App.vue'
import { i18n, keptLocale, speakFrom, useLocale } from './i18n'
import { router } from './router'
import { useSession } from './session'

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // asking again helps only against a broken line, never against a refusal
      retry: (times, fault) => times < 2 && fault instanceof Problem && (fault.isUnreachable || fault.status >= 502),
      refetchOnWindowFocus: true,
    },
    mutations: { retry: false },
  },
})

speakFrom({ 'zh-CN': () => import('./locales/zh-CN'), en: () => import('./locales/en') })
await useLocale(keptLocale())

const app = createApp(App).use(createPinia()).use(i18n).use(VueQueryPlugin, { queryClient: queries })

whenSignedOut(() => {
  const session = useSession()
  if (!session.session) return
  session.forget()
  queries.clear()
  void router.push({ path: '/sign-in', query: { to: router.currentRoute.value.fullPath, ended: '1' } })
})

app.use(router).mount('#app')
