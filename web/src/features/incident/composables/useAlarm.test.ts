import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { Problem } from '@/api/problem'
import { useAlarm } from './useAlarm'

const callPolice = vi.hoisted(() => vi.fn())
vi.mock('@/api/incident', () => ({ callPolice }))

const alarm = { matter: null, trigger: '围堵', danger: true, address: '人民路12号', lng: null, lat: null, words: null, helps: [] }
const here = () => effectScope().run(useAlarm) as ReturnType<typeof useAlarm>

describe('a call for help', () => {
  beforeEach(() => {
    localStorage.clear()
    callPolice.mockReset()
    vi.useFakeTimers()
  })
  afterEach(() => vi.useRealTimers())

  it('is sent again under the same key until it has arrived, and then no more', async () => {
    callPolice.mockRejectedValueOnce(new Problem(0, 'client.unreachable', '')).mockResolvedValue({ id: 'c1' })
    const { press, current } = here()

    await press(alarm)
    expect(current.value?.call).toBeNull()
    await vi.advanceTimersByTimeAsync(5_000)
    await vi.advanceTimersByTimeAsync(60_000)

    expect(callPolice).toHaveBeenCalledTimes(2)
    expect(callPolice.mock.calls[0]?.[1]).toBe(callPolice.mock.calls[1]?.[1])
    expect(current.value?.call).toBe('c1')
  })

  it('outlives the page: what was not sent is sent when it is opened again, with the time it was pressed', async () => {
    callPolice.mockRejectedValueOnce(new Problem(0, 'client.unreachable', '')).mockResolvedValue({ id: 'c1' })
    await here().press(alarm)

    const again = here()
    await vi.advanceTimersByTimeAsync(0)

    expect(again.current.value?.call).toBe('c1')
    expect((callPolice.mock.calls[1]?.[0] as { pressedAt: string }).pressedAt).toBe((callPolice.mock.calls[0]?.[0] as { pressedAt: string }).pressedAt)
  })

  it('is not sent again where the server refused it: the officer is told what lacks', async () => {
    callPolice.mockRejectedValue(new Problem(422, 'incident.no-position', 'type an address', [{ code: 'incident.no-position', message: '', details: {}, grounds: [] }]))
    const { press, current, fault } = here()

    await press(alarm)
    await vi.advanceTimersByTimeAsync(60_000)

    expect(callPolice).toHaveBeenCalledTimes(1)
    expect(fault.value?.code).toBe('incident.no-position')
    expect(current.value).toBeNull()
  })
})
