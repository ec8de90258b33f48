import { describe, expect, it } from 'vitest'
import { Problem } from '@/api/problem'
import { mounted } from '../testing/mounted'
import RefusalNotice from './RefusalNotice.vue'

describe('a refusal', () => {
  const missing = { code: 'mechanism.required_materials', message: 'its materials must include preliminary-evidence', details: { act: 'transfer.send', rule: 'materials', fact: 'materials', missing: ['preliminary-evidence'] }, grounds: [{ rule: 'materials', basis: 'clause', citation: 'ES-023', quote: '移送的案件材料包括……' }] }

  it('is a sentence with the clause in the county’s own words', async () => {
    const notice = await mounted(RefusalNotice, { props: { problem: new Problem(422, missing.code, missing.message, [missing]) } })

    expect(notice.text()).toContain('还缺少：初步证据材料')
    expect(notice.text()).toContain('ES-023')
    expect(notice.text()).toContain('移送的案件材料包括……')
  })

  it('falls back to what the server said where there is no translation', async () => {
    const notice = await mounted(RefusalNotice, { props: { problem: new Problem(422, 'some.new-code', 'The server says why.', [{ code: 'some.new-code', message: 'The server says why.', details: {}, grounds: [] }]) } })

    expect(notice.text()).toContain('The server says why.')
  })

  it.each([
    ['zh-CN', '“情况”最多 20000 个字，现有 20001 个字'],
    ['en', 'takes 20000 characters at most and has 20001'],
  ] as const)('of a text that is too long says how long it may be (%s)', async (locale, says) => {
    const tooLong = { code: 'field.too-long', message: 'The field facts may have at most 20000 characters; it has 20001.', details: { field: 'facts', found: 20001, limit: 20000 }, grounds: [] }

    const notice = await mounted(RefusalNotice, { props: { problem: new Problem(400, tooLong.code, tooLong.message, [tooLong]) }, locale })

    expect(notice.text()).toContain(says)
  })

  it('of a broken line says that nothing typed is lost', async () => {
    const notice = await mounted(RefusalNotice, { props: { problem: new Problem(0, 'client.unreachable', 'Failed to fetch') }, locale: 'en' })

    expect(notice.text()).toContain('The server cannot be reached')
    expect(notice.text()).toContain('stays on this device')
  })
})
