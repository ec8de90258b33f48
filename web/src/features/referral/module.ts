import { Key } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/referrals', component: () => import('./pages/ReferralsPage.vue'), meta: { title: 'referral.title' } },
    { path: '/matters/:matter/referrals/new', component: () => import('./pages/MarkCrimePage.vue'), props: true, meta: { title: 'referral.mark' } },
    { path: '/referrals/:id', component: () => import('./pages/ReferralPage.vue'), props: true, meta: { title: 'referral.one' } },
  ],
  menu: [{ to: '/referrals', label: 'referral.title', icon: Key, group: 'between', order: 60 }],
} satisfies FeatureModule
