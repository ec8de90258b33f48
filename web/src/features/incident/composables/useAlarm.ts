import { onScopeDispose, ref, shallowRef } from 'vue'
import { newKey, now } from '@/api/client'
import { callPolice } from '@/api/incident'
import { asProblem, type Problem } from '@/api/problem'

const KEPT = 'xiezhi.alarm'
const AGAIN_MILLIS = 5_000

/** A call for help as it leaves this phone. */
export interface Alarm {
  matter: string | null
  trigger: string
  danger: boolean
  address: string | null
  lng: number | null
  lat: number | null
  words: string | null
  helps: string[]
}

interface Kept {
  key: string
  pressedAt: string
  alarm: Alarm
  /** of the call, once the server has it */
  call: string | null
}

function kept(): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Kept | null
  } catch {
    return null
  }
}

/**
 * Sends a call for help, and goes on until it has arrived: it is written down on the phone before it is
 * sent, and its key lets the server know it again, so that it counts once however often it was sent.
 */
export function useAlarm() {
  const current = shallowRef<Kept | null>(kept())
  const fault = shallowRef<Problem | null>(null)
  const sending = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined

  function keep(next: Kept | null) {
    current.value = next
    if (next) localStorage.setItem(KEPT, JSON.stringify(next))
    else localStorage.removeItem(KEPT)
  }
  async function send() {
    clearTimeout(timer)
    const mine = current.value
    if (!mine || mine.call || sending.value) return
    sending.value = true
    try {
      const made = await callPolice({ ...mine.alarm, pressedAt: mine.pressedAt }, mine.key)
      fault.value = null
      keep({ ...mine, call: made.id })
    } catch (e) {
      const problem = asProblem(e)
      fault.value = problem
      // only a line that broke or a server that is down is tried again: a refusal is for the officer to mend
      if (problem.isUnreachable || problem.status >= 500) timer = setTimeout(() => void send(), AGAIN_MILLIS)
      else keep(null)
    } finally {
      sending.value = false
    }
  }
  function press(alarm: Alarm) {
    keep({ key: newKey(), pressedAt: new Date(now()).toISOString(), alarm, call: null })
    return send()
  }
  const forget = () => {
    clearTimeout(timer)
    fault.value = null
    keep(null)
  }
  const online = () => void send()
  addEventListener('online', online)
  onScopeDispose(() => {
    removeEventListener('online', online)
    clearTimeout(timer)
  })
  if (current.value && !current.value.call) void send()

  return { current, fault, sending, press, forget, send }
}
