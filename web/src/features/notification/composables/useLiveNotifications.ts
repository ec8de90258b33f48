import { useQuery, useQueryClient } from '@tanstack/vue-query'
import { ElMessage } from 'element-plus'
import { computed, onScopeDispose, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { listNotifications, notificationStreamUrl } from '@/api/operations'
import type { Notification } from '@/api/types/notification'
import { useSaid } from '@/shared/composables/useSaid'
import { notificationKeys } from '../keys'

/** Follows the server's stream; where the line breaks the browser reconnects and the list is read again. */
export function useLiveNotifications(): { unread: Ref<number> } {
  const queries = useQueryClient()
  const { t, te } = useI18n()
  const { details } = useSaid()
  const { data } = useQuery({ queryKey: notificationKeys.unread(), queryFn: () => listNotifications({ unread: 'true', limit: '1' }), staleTime: 60_000, refetchInterval: 120_000 })

  const arrived = (event: MessageEvent<string>) => {
    void queries.invalidateQueries({ queryKey: notificationKeys.all })
    // what one is told of has changed something on the desk
    void queries.invalidateQueries({ queryKey: ['workbench'] })
    void queries.invalidateQueries({ queryKey: ['matters'] })
    void queries.invalidateQueries({ queryKey: ['transfers'] })
    void queries.invalidateQueries({ queryKey: ['navigation'] })
    try {
      const told = JSON.parse(event.data) as Partial<Notification>
      if (told.code && te(`notifications.${told.code}`)) ElMessage.info({ message: t(`notifications.${told.code}`, details(told.details ?? {})), duration: 5000 })
    } catch {
      // a heartbeat or a comment
    }
  }
  const source = new EventSource(notificationStreamUrl)
  source.addEventListener('notification', arrived)
  source.addEventListener('message', arrived)
  onScopeDispose(() => source.close())

  return { unread: computed(() => data.value?.unread ?? 0) }
}
