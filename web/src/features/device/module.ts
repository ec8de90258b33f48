import { VideoCamera } from '@element-plus/icons-vue'
import type { FeatureModule } from '@/app/module'

export default {
  routes: [
    { path: '/devices', component: () => import('./pages/DevicesPage.vue'), meta: { title: 'device.title' } },
    { path: '/device-leads', component: () => import('./pages/DeviceLeadsPage.vue'), meta: { title: 'device.leads' } },
    { path: '/device-leads/:matter', component: () => import('./pages/DeviceLeadPage.vue'), props: true, meta: { title: 'device.lead' } },
  ],
  menu: [
    { to: '/device-leads', label: 'device.leads', icon: VideoCamera, group: 'desk', order: 25, roles: ['clerk', 'officer'] },
    { to: '/devices', label: 'device.title', icon: VideoCamera, group: 'record', order: 75, roles: ['administrator', 'coordinator', 'supervisor'] },
  ],
} satisfies FeatureModule
