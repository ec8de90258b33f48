import { describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { mounted } from '@/shared/testing/mounted'
import { useSaid } from './useSaid'

async function said<T>(ask: (of: ReturnType<typeof useSaid>) => T): Promise<T> {
  let answer: T | undefined
  await mounted(defineComponent({ setup: () => { answer = ask(useSaid()); return () => h('i') } }))
  return answer as T
}

describe('the names of duties', () => {
  it('are those of their rules', async () => {
    expect(await said((s) => s.dutied('transfer'))).toBe('移送')
  })

  it('tell several of one kind apart', async () => {
    expect(await said((s) => s.dutied('meeting_frequency.command'))).toBe('会议频次（指挥）')
  })

  it('are never blank, however new the duty is', async () => {
    expect(await said((s) => s.dutied('meeting_frequency.something-new'))).toBe('会议频次（something-new）')
    expect(await said((s) => s.dutied('something_new'))).toBe('something_new')
  })
})
