// A county’s rules, and other versions of them.
import type { Action, Refusal } from './common'

export interface Clause {
  id: string
  instrument: string
  heading: string
  quote: string
  requirement: string
  kind: string
  grade: string
}

export interface MarkedClause extends Clause {
  /** where its words stand in the instrument's text; null if they are not found there */
  start?: number | null
  end?: number | null
  rules: string[]
}

export interface Instrument {
  id: string
  title: string
  number?: string | null
  issuer?: string | null
  dated?: string | null
  text: string
}

export interface Rule {
  id: string
  key: string
  keyZh: string
  keyEn: string
  duty: string
  tier: string
  basis: string
  citation: string
  quote: string
  clauses: string[]
  bindingness: string
  canBeBreached: boolean
  when: Record<string, unknown>
  /** limit, gate, route … */
  type: string
  value: unknown
  words: string
  resolve: string
  note?: string | null
}

export interface RuleKey {
  key: string
  type: string
  duty: string
  zh: string
  en: string
}

export type Vocabulary = Record<string, Record<string, { zh: string; en: string }>>

export interface MechanismView {
  county: string
  countyName: string
  shortName: string
  level: string
  version: string
  inForceFrom: string
  instruments: Instrument[]
  clauses: MarkedClause[]
  rules: Rule[]
  terms: { key: string; zh: string; en: string; clause?: string | null }[]
  letters: { template: string; zh?: string | null; en?: string | null; number?: string | null }[]
  actions: Action[]
}

export interface MechanismListItem {
  county: string
  countyName: string
  shortName: string
  level: string
  version: string
  inForceFrom: string
  instruments: number
  clauses: number
  rules: number
}

export interface ComparisonRow {
  key: string
  type: string
  zh: string
  en: string
  relation: string
  same: boolean
  left: Rule[]
  right: Rule[]
}

export interface MechanismVersion {
  number: number
  version: string
  inForceFrom: string
  inForceTo?: string | null
  inForce: boolean
  origin: string
  importedAt: string
  importedBy: string
}

export interface MechanismFault {
  file: string
  /** 0 where the file as a whole is meant */
  line: number
  column: number
  key: string
  message: string
}

export interface MechanismChange {
  about: string
  change: string
  id: string
  key: string
  fields: { field: string; before?: string | null; after?: string | null }[]
}

export interface MechanismCheck {
  faults: MechanismFault[]
  version?: string | null
  effectiveFrom?: string | null
  against?: string | null
  changes: MechanismChange[]
  objections: Refusal[]
}
