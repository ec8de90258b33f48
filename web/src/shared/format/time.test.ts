import { describe, expect, it } from 'vitest'
import { daysBetween, due, fromWallClock, instant, span } from './time'

const now = '2026-02-13T09:00:00+08:00'

describe('times as people say them', () => {
  it('tells midnight as 24:00 of the day before', () => {
    expect(due('2026-02-19T00:00:00+08:00', 'zh-CN', now)).toBe('2月18日 周三 24:00')
    expect(due('2026-02-19T00:00:00+08:00', 'en', now)).toBe('Wed 18 Feb 24:00')
  })

  it('tells the year only when it is another one', () => {
    expect(due('2027-01-05T17:30:00+08:00', 'zh-CN', now)).toBe('2027年1月5日 周二 17:30')
  })

  it('shows the county’s time wherever the reader is', () => {
    expect(instant('2026-02-12T16:30:00Z')).toBe('2026-02-13 00:30')
    expect(fromWallClock('2026-02-13 00:30')).toBe('2026-02-13T00:30:00+08:00')
  })

  it('breaks a stretch into its two largest units', () => {
    expect(span(59 * 60_000)).toEqual({ unit: 'minute', n: 59, rest: 0 })
    expect(span(5 * 3_600_000 + 60_000 * 7)).toEqual({ unit: 'hour', n: 5, rest: 7 })
    expect(span(-50 * 3_600_000)).toEqual({ unit: 'day', n: 2, rest: 2 })
  })

  it('lists days without losing one', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
  })
})
