import { useQuery } from '@tanstack/vue-query'
import { useI18n } from 'vue-i18n'
import { getVocabulary } from '@/api/operations'
import type { Rule } from '@/api/types/mechanism'
import { mechanismKeys } from '../keys'

type Fields = Record<string, unknown>

/** Says a rule's value in words: names out of the rules' own vocabulary, so that nothing is translated twice. */
export function useRuleWords() {
  const { t, te, locale } = useI18n()
  const { data: vocabulary } = useQuery({ queryKey: mechanismKeys.vocabulary(), queryFn: getVocabulary, staleTime: Infinity })

  const language = () => (locale.value === 'en' ? 'en' : 'zh')
  const comma = () => t('mechanism.comma')

  function word(value: unknown): string {
    if (value === true) return t('shared.yes')
    if (value === false) return t('shared.no')
    if (Array.isArray(value)) return value.map(word).join(comma())
    if (typeof value === 'object' && value !== null) return Object.entries(value).map(([k, v]) => `${name(k)}: ${word(v)}`).join(t('shared.sep'))
    const text = String(value)
    if (text === 'true') return t('shared.yes')
    if (text === 'false') return t('shared.no')
    for (const list of Object.values(vocabulary.value ?? {})) {
      const found = list[text]
      if (found) return found[language()]
    }
    if (te(`mechanism.words.${text}`)) return t(`mechanism.words.${text}`)
    // a table holds several in one cell
    return /^[\w.-]+(, [\w.-]+)+$/.test(text) ? text.split(', ').map(word).join(comma()) : text
  }
  function name(field: string): string {
    return te(`mechanism.fields.${field}`) ? t(`mechanism.fields.${field}`) : word(field)
  }

  function span(of: Fields): string {
    const unit = String(of.unit ?? '')
    if (!unit) return t('shared.clock.noNumber')
    const n = Number(of.amount ?? 0)
    const parts = [te(`shared.unit.${unit}`) ? t(`shared.unit.${unit}`, { n }, n) : `${n} ${unit}`]
    if (of['first-day']) parts.push(t(`shared.firstDay.${String(of['first-day'])}`))
    if (of.roll) parts.push(t(`shared.roll.${String(of.roll)}`))
    if (of['cut-off']) parts.push(t('mechanism.cutOff', { at: String(of['cut-off']) }))
    return parts.join(t('shared.sep'))
  }

  /** The rule's sentence, and beneath it the particulars. */
  function said(rule: Rule): { headline: string; lines: [string, string][] } {
    const v = rule.value
    const fields = typeof v === 'object' && v !== null && !Array.isArray(v) ? (v as Fields) : null
    if (!fields) return { headline: rule.words || word(v), lines: [] }
    switch (rule.type) {
      case 'limit': {
        const { words: _words, amount: _amount, unit: _unit, 'first-day': _first, roll: _roll, 'cut-off': _cut, ...rest } = fields
        return { headline: span(fields), lines: lines(rest) }
      }
      case 'route': {
        const to = fields.to as Fields
        return { headline: `${word(fields.question)} → ${Object.entries(to).map(([k, x]) => (k === 'named' ? String(x) : word(x))).join('')}`, lines: fields.exclusive ? [[t('mechanism.fields.exclusive'), t('shared.yes')]] : [] }
      }
      case 'periodic': {
        const { every, times, words: _words, ...rest } = fields
        return { headline: every ? t('mechanism.periodic', { every: t(`mechanism.words.${String(every)}`), times: Number(times ?? 1) }) : t('mechanism.noSchedule'), lines: lines(rest) }
      }
      case 'table':
        return { headline: '', lines: Object.entries(fields).map(([k, x]) => [word(k), word(x)]) }
      default: {
        const { words: _words, ...rest } = fields
        return { headline: '', lines: lines(rest) }
      }
    }
  }
  function lines(fields: Fields): [string, string][] {
    return Object.entries(fields).map(([k, v]) => {
      if (k === 'extension' || k === 'target') return [name(k), Object.entries(v as Fields).map(([a, b]) => (typeof b === 'object' && b !== null && !Array.isArray(b) ? `${name(a)} ${span(b as Fields)}` : k === 'target' ? '' : `${name(a)}: ${word(b)}`)).filter(Boolean).join(t('shared.sep')) || span(v as Fields)]
      if (k === 'body-kinds' && Array.isArray(v)) return [name(k), v.map((one) => Object.entries(one as Fields).map(([a, b]) => `${name(a)} ${word(b)}`).join(comma())).join(t('shared.sep'))]
      return [name(k), word(v)]
    })
  }
  const when = (rule: Rule): [string, string][] => Object.entries(rule.when).map(([k, v]) => [word(k), word(v)])
  const key = (rule: { keyZh: string; keyEn: string }) => (locale.value === 'en' ? rule.keyEn.charAt(0).toUpperCase() + rule.keyEn.slice(1) : rule.keyZh)

  return { said, when, word, key }
}
