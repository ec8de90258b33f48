import { useI18n } from 'vue-i18n'
import type { Problem } from '@/api/problem'

/**
 * Says codes of the server in the reader's language. A code without a translation falls back to what
 * the server said, so that a new code is never a blank.
 */
export function useSaid() {
  const { t, te, locale } = useI18n()

  function named(scope: string, code: string | null | undefined, fallback?: string): string {
    if (!code) return fallback ?? ''
    const key = `${scope}.${code}`
    return te(key) || te(key, 'zh-CN') ? t(key) : (fallback ?? code)
  }

  /** A duty as the rules name it: several of one kind are told apart by what stands after the point. */
  function dutied(duty: string): string {
    const point = duty.indexOf('.')
    if (point < 0 || te(`duties.${duty}`)) return named('duties', duty)
    return t('shared.dutyPart', { duty: named('duties', duty.slice(0, point)), part: named('dutyParts', duty.slice(point + 1)) })
  }

  /** How a flow of that kind stands: its own word for the stage, or the one that all share. */
  const staged = (kind: string, stage: string | null | undefined): string => named('stages', `${kind}.${stage ?? ''}`, named('stages', stage))

  function details(of: Record<string, unknown>): Record<string, string> {
    return Object.fromEntries(Object.entries(of).map(([name, value]) => [name, spoken(value)]))
  }

  function spoken(value: unknown): string {
    if (Array.isArray(value)) return value.map(spoken).join(locale.value === 'en' ? ', ' : '、')
    if (value === null || value === undefined) return ''
    const text = String(value)
    // what a field must be is said in words by the server: the usual ones are known here
    const needed = `needed.${text.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
    if (te(needed)) return t(needed)
    for (const scope of ['materials', 'fields', 'bodyKinds', 'events', 'intake.findings', 'stages', 'shared.kinds']) if (te(`${scope}.${text}`)) return t(`${scope}.${text}`)
    return text
  }

  function refusal(of: { code: string; message: string; details?: Record<string, unknown> }): string {
    const key = `refusals.${of.code}`
    if (te(key)) return t(key, details(of.details ?? {}))
    const kind = gate(of.details ?? {})
    if (kind) return t(`refusals.gate.${kind}`, { missing: '', found: '', allowed: '', ...details(of.details ?? {}) })
    return of.message || of.code
  }

  /** A county's gate has no code of its own: what it asked for tells what kind of gate it was. */
  function gate(of: Record<string, unknown>): string | null {
    if (typeof of.rule !== 'string' || typeof of.act !== 'string') return null
    if (of.unless) return 'unless'
    if (of.missing) return of.fact === 'events' ? 'after' : 'missing'
    if (of.role) return 'kinds'
    if (of.allowed) return 'fact'
    return 'forbidden'
  }

  function problem(of: Problem): string {
    const first = of.refusals[0]
    if (first) return refusal(first)
    const key = `refusals.${of.code}`
    if (te(key)) return t(key)
    if (te(`refusals.http.${of.status}`)) return t(`refusals.http.${of.status}`)
    return of.message || of.code
  }

  return { named, dutied, staged, refusal, problem, spoken, details }
}
