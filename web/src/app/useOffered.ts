import { useQuery } from '@tanstack/vue-query'
import { computed } from 'vue'
import type { MenuEntry } from './module'
import { menu } from './router'
import { useSession } from './session'

/** What the navigation offers: by role, or because the server has something there for this seat. */
export function useOffered() {
  const session = useSession()
  const isByRole = (m: MenuEntry) => !m.roles || session.has(...m.roles)
  const { data: found } = useQuery({
    queryKey: computed(() => ['navigation', session.session?.body.id]),
    queryFn: async () => {
      const paths: string[] = []
      for (const m of menu) if (m.elseIf && !isByRole(m) && (await m.elseIf())) paths.push(m.to)
      return paths
    },
    staleTime: 600_000,
    retry: false,
  })
  return { offered: computed(() => menu.filter((m) => isByRole(m) || found.value?.includes(m.to))) }
}
