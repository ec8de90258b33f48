import type { GuidanceEntry, GuidanceKinds } from '@/api/command'
import type { MatterRow } from '@/api/types/matter'
import type { Field } from '@/shared/ui/act'
import { line, pick, words } from '@/features/flow'

/** What an entry says: asked for when it is drafted, and again when the draft is amended. */
export function asked(kinds: GuidanceKinds, closed: MatterRow[], said?: GuidanceEntry): Field[] {
  const kept = said?.matter && !closed.some((m) => m.id === said.matter) ? [{ value: said.matter, label: said.matter }] : []
  const matters = [...kept, ...closed.map((m) => ({ value: m.id, label: `${m.number} ${m.subject}` }))]
  const at = (field: Field, initial: string | null | undefined): Field => (initial ? { ...field, initial } : field)
  return [
    at(pick('kind', 'guidance.kind', kinds.kinds.map((k) => ({ value: k, label: k }))), said?.kind),
    at({ ...line('trade', 'guidance.trade'), hint: 'guidance.tradeHint' }, said?.trade),
    at(line('title', 'guidance.name'), said?.title),
    at({ ...words('content', 'guidance.content'), hint: 'guidance.contentHint' }, said?.content),
    at(words('legalBasis', 'guidance.basis', false), said?.legalBasis),
    // none: a list that is drawn from no case
    at({ name: 'matter', label: 'guidance.matter', kind: 'select', options: [{ value: '', label: '—' }, ...matters], hint: matters.length ? 'guidance.matterHint' : 'guidance.noClosed' }, said?.matter),
  ]
}
