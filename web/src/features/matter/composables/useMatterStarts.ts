import { useQueries } from '@tanstack/vue-query'
import { computed, type ComputedRef, type Ref } from 'vue'
import { useRouter } from 'vue-router'
import { listDisputes } from '@/api/assistance'
import { listMatterReferrals } from '@/api/referral'
import type { Action } from '@/api/types/common'

/** Which flows may be begun about a matter is said by each flow. */
const SAID_BY: Record<string, (matter: string) => Promise<{ actions: Action[] }>> = { disputes: listDisputes, referrals: listMatterReferrals }

/** Where the acts lead that begin one: each to a form of its own. */
const FORMS: Record<string, string> = { openDispute: 'disputes/new', markCrime: 'referrals/new' }

/** What may be asked about a matter by whoever may see it: the form says who may send it. */
export const BEGINNINGS = (matter: string): { to: string; label: string }[] => [
  { to: `/matters/${matter}/assistance/new`, label: 'assistance.request' },
  { to: `/information/new?matter=${matter}`, label: 'sharing.publish' },
  { to: `/meetings/new?matter=${matter}`, label: 'conference.call' },
  { to: `/whistles/new?matter=${matter}`, label: 'whistle.blow' },
  { to: `/orders/new?matter=${matter}`, label: 'command.issue' },
  { to: `/matters/${matter}/identity/new`, label: 'incident.identity' },
  { to: `/incidents/new?matter=${matter}`, label: 'incident.open' },
]

/** The flows that may be begun about a matter, beside the matter's own acts. */
export function useMatterStarts(options: { matter: Ref<string | undefined> }): { starts: ComputedRef<Action[]>; start: (name: string, query?: Record<string, string>) => boolean } {
  const router = useRouter()
  const said = useQueries({
    queries: computed(() => Object.entries(SAID_BY).map(([flow, ask]) => ({ queryKey: [flow, 'matter', options.matter.value], queryFn: () => ask(options.matter.value ?? ''), enabled: Boolean(options.matter.value) }))),
  })
  const starts = computed(() => said.value.flatMap((answer) => answer.data?.actions ?? []))
  function start(name: string, query: Record<string, string> = {}): boolean {
    const form = FORMS[name]
    if (form) void router.push({ path: `/matters/${options.matter.value}/${form}`, query })
    return Boolean(form)
  }
  return { starts, start }
}
