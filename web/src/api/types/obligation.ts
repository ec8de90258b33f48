// What is owed, and why by then.
import type { Action, BodyRef, Ground, Light } from './common'
import type { Clause } from './mechanism'
import type { TransferRow } from './transfer'

export interface Obligation {
  id: string
  version: number
  /** of its rule, in the rule-key catalogue */
  key: string
  duty: string
  /** open, suspended, met, met-late, excused or void */
  state: string
  light: Light
  debtor: BodyRef
  creditor?: BodyRef | null
  matter?: { id: string; number?: string | null; subject?: string | null } | null
  /** path of the thing it is owed on, as /transfers/0190… */
  link: string
  /** the events that discharge it */
  ends: string[]
  rule: string
  /** the rule's own words: 3个工作日内 */
  words: string
  ground: Ground
  bindingness: string
  startedAt: string
  startEvent: string
  /** null where the rule gives no number */
  dueAt?: string | null
  lastDay?: string | null
  targetAt?: string | null
  closedAt?: string | null
  closedBy?: string | null
  overdue: boolean
  breachable: boolean
  provisional: boolean
  note?: string | null
}

export interface DayExplained {
  day: string
  counted: boolean
  /** day-of-start, weekend, holiday, local-holiday, pause, rolled; null if counted */
  why?: string | null
  label: string
  source: string
  evidence: string
}

export interface Why {
  obligation: Obligation
  limit?: { amount: number; unit: string; firstDay: string; roll: string; cutOffMinute: number } | null
  days: DayExplained[]
  counted: number
  extensions: { at: string; by: string; from: string; to: string; reason: string }[]
  pauses: { from: string; to?: string | null; kind: string; reason: string }[]
  unpublishedYears: number[]
  calendarVersion: string
  mechanismVersion: string
  /** how an unclear text was read */
  reading?: string | null
  clauses: Clause[]
  mayPauseFor: string[]
  extensionNeedsDate: boolean
  actions: Action[]
}

export interface Workbench {
  /** open obligations by duty; counting stops at a thousand */
  counts: { duty: string; open: number; red: number; amber: number }[]
  toSign: TransferRow[]
}
