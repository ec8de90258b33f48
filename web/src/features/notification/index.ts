export { useLiveNotifications } from './composables/useLiveNotifications'
