import { onScopeDispose, ref, type Ref } from 'vue'
import { now } from '@/api/client'

const current = ref(now())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The time, moving: one timer for every clock on the page. */
export function useNow(): Ref<number> {
  current.value = now()
  if (users++ === 0) timer = setInterval(() => (current.value = now()), 15_000)
  onScopeDispose(() => {
    if (--users === 0) clearInterval(timer)
  })
  return current
}
