import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope, nextTick } from 'vue'
import { useDraft } from './useDraft'

const initial = () => ({ subject: '', key: 'k' })
const opened = () => effectScope().run(() => useDraft({ key: 'draft', initial })) as ReturnType<typeof useDraft<{ subject: string; key: string }>>

describe('a draft', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.useFakeTimers()
  })
  afterEach(() => void vi.useRealTimers())

  it('survives the page', async () => {
    const first = opened()
    first.draft.subject = '占用绿地'
    await nextTick()
    vi.advanceTimersByTime(600)

    const again = opened()

    expect(again.draft.subject).toBe('占用绿地')
    expect(again.restored.value).toBe(true)
  })

  it('is gone once it has been sent', async () => {
    const first = opened()
    first.draft.subject = '占用绿地'
    await nextTick()
    vi.advanceTimersByTime(600)
    first.finish()

    expect(opened().restored.value).toBe(false)
  })

  it('is not kept while nothing is filled in', async () => {
    const first = opened()
    first.draft.key = 'another'
    await nextTick()
    vi.advanceTimersByTime(600)

    expect(localStorage.getItem('draft')).toBeNull()
  })
})
