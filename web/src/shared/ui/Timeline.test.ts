import { describe, expect, it } from 'vitest'
import { mounted } from '../testing/mounted'
import Timeline from './Timeline.vue'

describe('what happened', () => {
  it.each([
    ['zh-CN', '公众', '平台'],
    ['en', 'The public', 'The platform'],
  ] as const)('names who has no name of their own (%s)', async (locale, everybody, itself) => {
    const entry = (seq: number, by: string) => ({ id: `${seq}`, seq, at: '2026-02-13T01:00:00Z', event: 'complaint.received', by, body: '', details: { number: `${seq}` } })

    const shown = await mounted(Timeline, { props: { entries: [entry(1, '公众'), entry(2, 'platform'), entry(3, '李某')] }, locale })

    expect(shown.text()).toContain(everybody)
    expect(shown.text()).toContain(itself)
    expect(shown.text()).toContain('李某')
  })
})
