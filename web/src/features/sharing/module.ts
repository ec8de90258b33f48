import { Share } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/information', component: () => import('./pages/InformationListPage.vue'), meta: { title: 'sharing.title' } },
    { path: '/information/new', component: () => import('./pages/PublishPage.vue'), props: (route) => ({ answers: route.query.answers, matter: route.query.matter }), meta: { title: 'sharing.publish' } },
    { path: '/information/subscriptions', component: () => import('./pages/SubscriptionsPage.vue'), meta: { title: 'sharing.subscriptions' } },
    { path: '/information/:id', component: () => import('./pages/InformationPage.vue'), props: true, meta: { title: 'sharing.one' } },
    { path: '/information-requests', component: () => import('./pages/RequestsPage.vue'), meta: { title: 'sharing.requests' } },
    { path: '/information-requests/new', component: () => import('./pages/AskPage.vue'), meta: { title: 'sharing.ask' } },
    { path: '/information-requests/:id', component: () => import('./pages/RequestPage.vue'), props: true, meta: { title: 'sharing.requests' } },
    { path: '/rules-drafts', component: () => import('./pages/RulesDraftsPage.vue'), meta: { title: 'sharing.drafts' } },
    { path: '/rules-drafts/new', component: () => import('./pages/DraftRulesPage.vue'), meta: { title: 'sharing.draft' } },
    { path: '/rules-drafts/:id', component: () => import('./pages/RulesDraftPage.vue'), props: true, meta: { title: 'sharing.draft' } },
    { path: '/management-suggestions', component: () => import('./pages/SuggestionsPage.vue'), meta: { title: 'sharing.suggestions' } },
    { path: '/management-suggestions/new', component: () => import('./pages/SuggestPage.vue'), props: (route) => ({ information: route.query.information }), meta: { title: 'sharing.suggest' } },
    { path: '/management-suggestions/:id', component: () => import('./pages/SuggestionPage.vue'), props: true, meta: { title: 'sharing.suggestions' } },
    { path: '/prevention', component: () => import('./pages/PreventionPage.vue'), meta: { title: 'sharing.prevention' } },
    { path: '/prevention/new', component: () => import('./pages/MeasurePage.vue'), meta: { title: 'sharing.measure' } },
  ],
  menu: [{ to: '/information', label: 'sharing.title', icon: Share, group: 'between', order: 42 }],
} satisfies FeatureModule
