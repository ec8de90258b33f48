import { describe, expect, it } from 'vitest'
import { mounted } from '../testing/mounted'
import NextStep from './NextStep.vue'

const refused = { name: 'acceptTransfer', allowed: false, refusals: [] }
const owed = (key: string, body: string, dueAt: string | null, state = 'open') => ({ key, debtor: { id: body, name: body }, dueAt, state })

describe('what comes next', () => {
  it('is told where nothing is left to be done here: the most urgent of what others owe', async () => {
    const step = await mounted(NextStep, { props: { actions: [refused], owed: [owed('reply_deadline', '甲镇', null), owed('transfer_acceptance_deadline', '乙局', '2026-03-02T00:00:00Z'), owed('transfer', '丙镇', '2026-01-02T00:00:00Z', 'met')] } })

    expect(step.text()).toBe('眼下没有要您办的。正在等乙局：答复移送。')
  })

  it('is said by the acts themselves where there are some', async () => {
    const step = await mounted(NextStep, { props: { actions: [refused, { name: 'sendTransfer', allowed: true, refusals: [] }], owed: [owed('reply_deadline', '甲镇', null)] } })

    expect(step.text()).toBe('')
  })

  it('names nobody where nothing is owed', async () => {
    const step = await mounted(NextStep, { props: { actions: [refused], owed: [] }, locale: 'en' })

    expect(step.text()).toBe('Nothing for you to do here now.')
  })
})
