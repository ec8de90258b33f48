import { Mic } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/whistles', component: () => import('./pages/WhistlesPage.vue'), meta: { title: 'whistle.title' } },
    { path: '/whistles/new', component: () => import('./pages/BlowPage.vue'), props: (route) => ({ matter: route.query.matter, kind: route.query.kind }), meta: { title: 'whistle.blow' } },
    { path: '/whistles/:id', component: () => import('./pages/WhistlePage.vue'), props: (route) => ({ whistle: route.params.id }), meta: { title: 'whistle.one' } },
    { path: '/whistle-calls/:id', component: () => import('./pages/WhistlePage.vue'), props: (route) => ({ call: route.params.id }), meta: { title: 'whistle.one' } },
    { path: '/suggestions', component: () => import('./pages/SuggestionsPage.vue'), meta: { title: 'whistle.suggestions' } },
    { path: '/suggestions/new', component: () => import('./pages/SuggestPage.vue'), meta: { title: 'whistle.suggest' } },
    { path: '/suggestions/:id', component: () => import('./pages/SuggestionPage.vue'), props: true, meta: { title: 'whistle.suggestions' } },
  ],
  menu: [{ to: '/whistles', label: 'whistle.title', icon: Mic, group: 'between', order: 50 }],
} satisfies FeatureModule
