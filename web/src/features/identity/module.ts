import { User } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/sign-in', component: () => import('./pages/SignInPage.vue'), meta: { open: true, title: 'identity.signIn.title' } },
    { path: '/set-up', component: () => import('./pages/SetUpPage.vue'), meta: { open: true, title: 'identity.setUp.title' } },
    { path: '/profile', component: () => import('./pages/ProfilePage.vue'), meta: { title: 'identity.profile.title' } },
    { path: '/accounts', component: () => import('./pages/AccountsPage.vue'), meta: { title: 'identity.accounts.title' } },
  ],
  menu: [{ to: '/accounts', label: 'identity.accounts.title', icon: User, group: 'record', order: 90, roles: ['administrator'] }],
} satisfies FeatureModule
