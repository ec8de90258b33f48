// The platform's time is the county's time, wherever the reader's device thinks it is.
const ZONE = 'Asia/Shanghai'

type Instant = string | number

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${name}`
  let made = formats.get(key)
  if (!made) {
    made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { timeZone: ZONE, ...options })
    formats.set(key, made)
  }
  return made
}

interface Parts {
  year: string
  month: string
  day: string
  hour: string
  minute: string
}

function parts(at: Instant): Parts {
  const found = format('en', 'parts', { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(at))
  const of = (type: string) => found.find((p) => p.type === type)?.value ?? ''
  return { year: of('year'), month: of('month'), day: of('day'), hour: of('hour'), minute: of('minute') }
}

/** 2026-02-13 in the county's zone. */
export function dayOf(at: Instant): string {
  const p = parts(at)
  return `${p.year}-${p.month}-${p.day}`
}

/** 2026-02-13 09:00 */
export function instant(at: Instant): string {
  const p = parts(at)
  return `${p.year}-${p.month}-${p.day} ${p.hour}:${p.minute}`
}

export function weekday(day: string, locale: string, style: 'short' | 'narrow' | 'long' = 'short'): string {
  return format(locale, `weekday-${style}`, { weekday: style, timeZone: 'UTC' } as Intl.DateTimeFormatOptions).format(new Date(`${day}T00:00:00Z`))
}

/** 2月13日 周五 / Fri 13 Feb; with the year if it is not the current one. */
export function day(date: string, locale: string, now: Instant = Date.now()): string {
  const [y, m, d] = date.split('-').map(Number) as [number, number, number]
  const otherYear = parts(now).year !== String(y)
  if (locale === 'en') {
    return format('en', otherYear ? 'day-year' : 'day', {
      weekday: 'short', day: 'numeric', month: 'short', ...(otherYear ? { year: 'numeric' } : {}), timeZone: 'UTC',
    }).format(new Date(`${date}T00:00:00Z`))
  }
  return `${otherYear ? `${y}年` : ''}${m}月${d}日 ${weekday(date, locale)}`
}

/**
 * A due instant as people say it. The instant is the first that is too late, so midnight is told as
 * 24:00 of the day before.
 */
export function due(at: Instant, locale: string, now: Instant = Date.now()): string {
  const p = parts(at)
  if (p.hour === '00' && p.minute === '00') {
    const before = new Date(new Date(`${p.year}-${p.month}-${p.day}T00:00:00Z`).getTime() - 86_400_000)
    return `${day(before.toISOString().slice(0, 10), locale, now)} 24:00`
  }
  return `${day(`${p.year}-${p.month}-${p.day}`, locale, now)} ${p.hour}:${p.minute}`
}

export interface Span {
  unit: 'minute' | 'hour' | 'day'
  /** whole units of that size */
  n: number
  /** hours beside days, minutes beside hours */
  rest: number
}

/** A stretch of time in its largest fitting unit and the next. */
export function span(millis: number): Span {
  const minutes = Math.max(0, Math.floor(Math.abs(millis) / 60_000))
  if (minutes < 60) return { unit: 'minute', n: minutes, rest: 0 }
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return { unit: 'hour', n: hours, rest: hours < 6 ? minutes % 60 : 0 }
  return { unit: 'day', n: Math.floor(hours / 24), rest: hours < 24 * 7 ? hours % 24 : 0 }
}

export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let t = Date.parse(`${from}T00:00:00Z`); t <= Date.parse(`${to}T00:00:00Z`); t += 86_400_000) days.push(new Date(t).toISOString().slice(0, 10))
  return days
}

/** The county's wall-clock time, as a form gives it, as an instant. */
export function fromWallClock(local: string): string {
  return `${local.replace(' ', 'T')}${local.length === 16 ? ':00' : ''}+08:00`
}
