import { onScopeDispose, ref, shallowReactive, shallowRef, watch } from 'vue'
import { newKey } from '@/api/client'
import { asProblem, type Problem } from '@/api/problem'
import { complainAboutConduct } from '@/api/public'
import type { ConductInput } from '@/api/types/public'

interface ConductDraft {
  body: string
  officer: string
  when: string
  description: string
  anonymous: boolean | null
  name: string
  phone: string
  sealed: { key: string; body: ConductInput } | null
  code: string | null
}
const blank = (): ConductDraft => ({ body: '', officer: '', when: '', description: '', anonymous: null, name: '', phone: '', sealed: null, code: null })
const orNull = (text: string) => text.trim() || null

/** A complaint about officers' conduct: kept in this tab only, because the device may be looked at; sent once. */
export function useConduct(options: { county: string }) {
  const shelf = `xiezhi.conduct.${options.county}`
  const draft = shallowReactive<ConductDraft>({ ...blank(), ...(JSON.parse(sessionStorage.getItem(shelf) ?? '{}') as Partial<ConductDraft>) })
  const busy = ref(false)
  const problem = shallowRef<Problem | null>(null)
  const keep = () => sessionStorage.setItem(shelf, JSON.stringify(draft))
  onScopeDispose(watch(draft, keep))

  async function send() {
    busy.value = true
    problem.value = null
    const named = draft.anonymous === false
    draft.sealed ??= {
      key: newKey(),
      body: { body: orNull(draft.body), officer: orNull(draft.officer), when: orNull(draft.when), description: draft.description.trim(), anonymous: !named, name: named ? orNull(draft.name) : null, phone: named ? orNull(draft.phone) : null },
    }
    keep()
    try {
      const { code } = await complainAboutConduct(options.county, draft.sealed.body, draft.sealed.key)
      Object.assign(draft, blank(), { code })
    } catch (fault) {
      problem.value = asProblem(fault)
      const { status } = problem.value
      // refused for sure: what is written may be changed; otherwise it may have arrived, and goes again as it was
      if (status >= 400 && status < 500 && status !== 408 && status !== 429 && problem.value.code !== 'identity.no-csrf-token') draft.sealed = null
    } finally {
      busy.value = false
    }
  }
  function finish() {
    Object.assign(draft, blank())
    sessionStorage.removeItem(shelf)
  }
  return { draft, busy, problem, send, finish }
}
