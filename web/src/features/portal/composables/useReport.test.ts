import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { Problem } from '@/api/problem'
import * as api from '@/api/public'
import { bodyOf, useReport } from './useReport'

vi.mock('@/api/public')

let scopes: ReturnType<typeof effectScope>[] = []
async function opened() {
  const scope = effectScope()
  scopes.push(scope)
  const report = scope.run(() => useReport({ county: '990001' })) as ReturnType<typeof useReport>
  await report.open()
  return { ...report, close: () => scope.stop() }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 10))

describe('a report being told', () => {
  beforeEach(() => {
    localStorage.clear()
    vi.mocked(api.reportViolation).mockReset()
  })
  afterEach(() => {
    for (const scope of scopes) scope.stop()
    scopes = []
  })

  it('survives the page, waits for the line, and is sent once', async () => {
    const sent: string[] = []
    vi.mocked(api.reportViolation).mockImplementation(async (_county, _body, key) => {
      sent.push(key)
      throw new Problem(0, 'client.unreachable', 'lost')
    })
    const first = await opened()
    first.draft.description = '夜间施工'
    first.draft.anonymous = true
    await first.send()
    expect(first.state.value).toBe('waiting')
    first.close()
    await settled()

    vi.mocked(api.reportViolation).mockImplementation(async (_county, _body, key) => {
      sent.push(key)
      return { code: '990001-AAAA-BBBB-CC' }
    })
    const again = await opened()

    expect(again.state.value).toBe('sent')
    expect(again.draft.code).toBe('990001-AAAA-BBBB-CC')
    expect(new Set(sent).size).toBe(1)
  })

  it('shows the receipt until the code is written down', async () => {
    vi.mocked(api.reportViolation).mockResolvedValue({ code: '990001-AAAA-BBBB-CC' })
    const first = await opened()
    first.draft.description = '夜间施工'
    await first.send()
    first.close()
    await settled()

    const again = await opened()
    expect(again.state.value).toBe('sent')
    await again.finish()
    again.close()
    await settled()

    expect((await opened()).state.value).toBe('telling')
  })

  it('goes when the line is back', async () => {
    vi.mocked(api.reportViolation).mockRejectedValueOnce(new Problem(0, 'client.unreachable', 'lost')).mockResolvedValue({ code: 'C' })
    const report = await opened()
    report.draft.description = '夜间施工'
    await report.send()

    dispatchEvent(new Event('online'))
    await settled()

    expect(report.state.value).toBe('sent')
  })

  it('does not send a name that was typed before anonymity was chosen', async () => {
    const { draft } = await opened()
    Object.assign(draft, { anonymous: true, name: '张三', phone: '13800000000', description: '夜间施工' })

    const body = bodyOf(draft, [])

    expect(JSON.stringify(body)).not.toContain('张三')
    expect(JSON.stringify(body)).not.toContain('13800000000')
    expect(body.anonymous).toBe(true)
  })
})
