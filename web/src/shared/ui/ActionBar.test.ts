import { describe, expect, it } from 'vitest'
import { mounted } from '../testing/mounted'
import ActionBar from './ActionBar.vue'

const ground = { rule: 'materials', basis: 'clause', citation: 'ES-023', quote: '移送的案件材料包括……' }
const actions = [
  { name: 'withdrawTransfer', allowed: true, refusals: [] },
  { name: 'submitTransfer', allowed: true, refusals: [] },
  { name: 'sendTransfer', allowed: false, refusals: [{ code: 'mechanism.required_materials', message: 'missing', details: { act: 'transfer.send', rule: 'materials', fact: 'materials', missing: ['preliminary-evidence'] }, grounds: [ground] }] },
  { name: 'acceptTransfer', allowed: false, refusals: [{ code: 'transfer.wrong-stage', message: 'not yet', details: {}, grounds: [] }] },
]

describe('the acts on a thing', () => {
  it('are those the server allows, the main one first', async () => {
    const bar = await mounted(ActionBar, { props: { actions, primary: ['submitTransfer'] } })

    const buttons = bar.findAll('button').map((b) => b.text())

    expect(buttons[0]).toBe('报请签发')
    expect(buttons[1]).toBe('撤回')
  })

  it('stay in sight when a rule forbids them, and are folded when it is only not their time', async () => {
    const bar = await mounted(ActionBar, { props: { actions } })

    expect(bar.text()).toContain('签发并移送')
    expect(bar.text()).not.toContain('受理')
    expect(bar.text()).toContain('还有 1 项此时不能办')

    await bar.find('.fold').trigger('click')

    expect(bar.text()).toContain('受理')
  })

  it('are done only if allowed', async () => {
    const bar = await mounted(ActionBar, { props: { actions } })

    await bar.findAll('button').find((b) => b.text().startsWith('签发并移送'))?.trigger('click')
    await bar.findAll('button').find((b) => b.text() === '撤回')?.trigger('click')

    expect(bar.emitted('act')).toEqual([['withdrawTransfer']])
  })
})
