import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { mounted } from '../testing/mounted'
import DueClock from './DueClock.vue'

describe('a clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-02-13T09:00:00+08:00') }))
  afterEach(() => void vi.useRealTimers())

  it('tells the time that is left, and the last moment as people say it', async () => {
    const clock = await mounted(DueClock, { props: { light: 'green', dueAt: '2026-02-26T00:00:00+08:00' } })

    expect(clock.text()).toContain('还剩 12 天')
    expect(clock.text()).toContain('2月25日 周三 24:00 前')
  })

  it('tells how late it is', async () => {
    const clock = await mounted(DueClock, { props: { light: 'red', dueAt: '2026-02-13T07:30:00+08:00' }, locale: 'en' })

    expect(clock.text()).toContain('1 h 30 min overdue')
    expect(clock.classes()).toContain('red')
  })

  it('calls nothing overdue that cannot be breached', async () => {
    const clock = await mounted(DueClock, { props: { light: 'amber', dueAt: '2026-02-11T09:00:00+08:00' } })

    expect(clock.text()).toContain('超过参考时间 2 天')
    expect(clock.text()).not.toContain('逾期')
  })

  it('without a number tells how long it has been, and is never late', async () => {
    const clock = await mounted(DueClock, { props: { light: 'none', dueAt: null, startedAt: '2026-02-11T09:00:00+08:00' } })

    expect(clock.text()).toContain('已过 2 天')
    expect(clock.text()).toContain('无时限规定')
    expect(clock.classes()).toContain('none')
  })

  it('says that a date is provisional', async () => {
    const clock = await mounted(DueClock, { props: { light: 'green', dueAt: '2027-01-06T00:00:00+08:00', provisional: true } })

    expect(clock.text()).toContain('暂定')
  })
})
