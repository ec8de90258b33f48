// What the server says, as far as the screens need it. One name for each shape, so that the screens
// do not know how the wire names them.

export type Basis = 'clause' | 'national' | 'platform-default' | 'internal-target'
export type Bindingness = 'hard' | 'explainable' | 'optional' | 'scheduled' | 'indicator'
export type Light = 'red' | 'amber' | 'green' | 'none'
export type Role = 'clerk' | 'officer' | 'signer' | 'coordinator' | 'administrator' | 'supervisor'

export interface Ground {
  rule?: string | null
  basis: string
  citation: string
  quote: string
}

export interface Refusal {
  code: string
  message: string
  details: Record<string, unknown>
  grounds: Ground[]
}

/** One act on a resource: allowed, or everything that stands against it. */
export interface Action {
  name: string
  allowed: boolean
  refusals: Refusal[]
}

export interface Page<T> {
  items: T[]
  next?: string | null
  /** shown as "1,000+" when capped */
  total?: string | null
}

export interface BodyRef {
  id: string
  name: string
  shortName?: string | null
  kind?: string | null
}

export interface Seat {
  body: BodyRef
  roles: Role[]
}

export interface Session {
  account: string
  login: string
  name: string
  county: { code: string; name: string; level: string }
  body: BodyRef
  roles: Role[]
  seats: Seat[]
}

export interface DemoPerson {
  login: string
  password: string
  name: string
  county: string
  countyName: string
  body: string
  bodyName: string
  roles: Role[]
}

export interface County {
  code: string
  name: string
  province?: string | null
  prefecture?: string | null
  level?: string | null
  lng?: number | null
  lat?: number | null
}

export interface Division {
  code: string
  name: string
  kind: string
  lng?: number | null
  lat?: number | null
}

export interface Body {
  id: string
  name: string
  shortName: string
  kind: string
  parent?: string | null
  township?: string | null
  division?: string | null
  function?: string | null
  evidence: string
  legal: boolean
}

// ---- obligations --------------------------------------------------------------------------------

export type ObligationState = 'open' | 'suspended' | 'met' | 'met-late' | 'excused' | 'void'

export interface Obligation {
  id: string
  /** what is owed, as transfer, transfer-acceptance */
  duty: string
  key: string
  state: ObligationState
  light: Light
  debtor: BodyRef
  creditor?: BodyRef | null
  matter: { id: string; number: string; subject: string } | null
  /** path of the thing it is owed on, as /transfers/0190… */
  link: string
  /** the act that discharges it, as transfer.send */
  next: string | null
  rule: string
  /** the rule's own words: 3个工作日内 */
  words: string
  ground: Ground
  bindingness: Bindingness
  startedAt: string
  startEvent: string
  /** null where the rule gives no number */
  dueAt: string | null
  lastDay: string | null
  provisional: boolean
  overdue: boolean
  closedAt?: string | null
}

export interface DayExplained {
  day: string
  counted: boolean
  /** DAY_OF_START, WEEKEND, HOLIDAY, LOCAL_HOLIDAY, PAUSE, ROLLED; null if counted */
  why: string | null
  label?: string | null
  source: string | null
  evidence?: string | null
}

export interface Why extends Obligation {
  limit: {
    amount: number | null
    unit: string | null
    firstDay: string | null
    roll: string | null
    cutOffMinute: number | null
  } | null
  start: { event: string; at: string; by: string | null }
  days: DayExplained[]
  target: { at: string; words: string } | null
  extensions: { at: string; by: string; from: string; to: string; reason: string; approvedBy: string | null }[]
  pauses: { from: string; to: string | null; reason: string }[]
  excuse: { at: string; by: string; reason: string } | null
  unpublishedYears: number[]
  calendarVersion: string
  mechanismVersion: string
  note: string | null
  clauses: Clause[]
  actions: Action[]
}

export interface Workbench {
  counts: { kind: string; red: number; amber: number; green: number; none: number }[]
  items: Obligation[]
  next?: string | null
  toSign: TransferRow[]
}

// ---- matters ------------------------------------------------------------------------------------

export type PartyKind = 'person' | 'organisation'

export interface Party {
  kind: PartyKind
  name: string
  idType: string | null
  idNumber: string | null
  phone: string | null
  address: string | null
}

export interface Place {
  division: string
  divisionName?: string | null
  address: string
  lng: number | null
  lat: number | null
}

export interface LeadInput {
  subject: string
  place: Place
  items: string[]
  parties: Party[]
  facts: string
  actFrom: string | null
  actTo: string | null
  source: string
  channel: string
  urgent: boolean
  urgencyReason: string | null
  inProgress: boolean
  hazard: boolean
  hasIllegalArticles: boolean
  attachments: string[]
}

export interface Attachment {
  id: string
  kind: string
  name: string
  mediaType: string
  size: number
  hash: string
  addedAt: string
  addedBy: string
}

export interface TimelineEntry {
  id: string
  at: string
  event: string
  by: string
  body: string
  details: Record<string, unknown>
  link?: string | null
}

export interface MatterRow {
  id: string
  number: string
  subject: string
  kind: string
  stage: string
  divisionName: string
  holder: BodyRef
  urgent: boolean
  registeredAt: string
  light: Light
  dueAt: string | null
}

export interface Matter {
  id: string
  number: string
  subject: string
  kind: string
  stage: string
  version: number
  place: Place
  holder: BodyRef
  finder: BodyRef
  items: { code: string; name: string }[]
  parties: Party[]
  facts: string
  actFrom: string | null
  actTo: string | null
  source: string
  channel: string
  urgent: boolean
  urgencyReason: string | null
  inProgress: boolean
  hazard: boolean
  hasIllegalArticles: boolean
  registeredAt: string
  registeredBy: string
  attachments: Attachment[]
  timeline: TimelineEntry[]
  obligations: Obligation[]
  transfers: TransferRow[]
  handovers: HandoverRow[]
  notices: NoticeRow[]
  actions: Action[]
}

// ---- transfers ----------------------------------------------------------------------------------

export interface TransferRow {
  id: string
  number: string | null
  matter: { id: string; number: string; subject: string }
  from: BodyRef
  to: BodyRef
  kind: string
  stage: string
  urgent: boolean
  light: Light
  dueAt: string | null
  at: string
}

export interface RequiredMaterial {
  kind: string
  present: boolean
  attachments: string[]
  ground: Ground | null
}

export interface Article {
  name: string
  quantity: number
  unit: string
  features: string | null
  received?: boolean | null
}

export interface Transfer {
  id: string
  number: string | null
  version: number
  matter: { id: string; number: string; subject: string }
  from: BodyRef
  to: BodyRef
  kind: string
  direction: string
  stage: string
  urgent: boolean
  reason: string
  statutoryOwnName: string | null
  preHandover: string | null
  materials: RequiredMaterial[]
  fields: { name: string; present: boolean; ground: Ground | null }[]
  attachments: Attachment[]
  articles: Article[]
  timeline: TimelineEntry[]
  obligations: Obligation[]
  result: string | null
  actions: Action[]
}

export interface HandoverRow {
  id: string
  to: BodyRef
  stage: string
  at: string
  limit: string | null
  feedback: string | null
  actions: Action[]
}

export interface NoticeRow {
  id: string
  to: BodyRef
  stage: string
  at: string
  kind: string
  actions: Action[]
}

// ---- mechanism ----------------------------------------------------------------------------------

export interface Clause {
  id: string
  instrument: string
  heading: string
  quote: string
  requirement: string
  kind: string
  grade: string
}

export interface Instrument {
  id: string
  title: string
  number: string | null
  issuer: string | null
  dated: string | null
  text: string
}

export interface Rule {
  id: string
  key: string
  tier: string
  basis: Basis
  citation: string
  quote: string
  clauses: string[]
  bindingness: Bindingness
  when: Record<string, unknown>
  /** limit, gate, route … */
  type: string
  value: unknown
  words: string
  note: string | null
}

export interface KeyEntry {
  key: string
  type: string
  zh: string
  en: string
}

export interface MechanismView {
  county: string
  countyName: string
  version: string
  inForceFrom: string
  instruments: Instrument[]
  clauses: Clause[]
  rules: Rule[]
  terms: { key: string; zh: string; en: string; clause: string | null }[]
}

export interface MechanismListItem {
  county: string
  countyName: string
  version: string
  inForceFrom: string
  clauses: number
  rules: number
}

export interface ComparisonRow {
  key: string
  type: string
  left: Rule[]
  right: Rule[]
  same: boolean
}

export interface MechanismVersion {
  version: string
  inForceFrom: string
  inForceTo: string | null
  importedAt: string | null
  importedBy: string | null
  inForce: boolean
}

export interface Fault {
  file: string
  line: number | null
  key: string | null
  message: string
}

export interface MechanismCheck {
  faults: Fault[]
  changes: { change: 'added' | 'removed' | 'changed'; rule: string; key: string; before: string | null; after: string | null }[]
  version: string | null
}

// ---- calendar, powers, ledger, notifications ------------------------------------------------------

export interface DayMark {
  day: string
  kind: 'WORKDAY' | 'MAKE_UP_WORKDAY' | 'HOLIDAY' | 'LOCAL_HOLIDAY' | 'WEEKEND'
  label: string
  source: string
  evidence: string
}

export interface CalendarYear {
  year: number
  published: boolean
  version: string
  days: DayMark[]
  notices: { title: string; number: string | null; dated: string | null }[]
}

export interface LimitAnswer {
  at: string
  lastDay: string
  counted: number
  skipped: { day: string; why: string; source: string }[]
  provisional: boolean
  unpublishedYears: number[]
  calendarVersion: string
}

export interface PowerRow {
  code: string
  name: string
  domain: string
  kind: string
  legalBasis: string
}

export interface Tier {
  subject: string
  condition: string
  warningPossible: boolean
  unit?: string | null
  min?: number | null
  max?: number | null
}

export interface Holder {
  body: string
  bodyName: string
  mode: string
  from?: string | null
  to?: string | null
  evidence: string
  note: string
  source: string
}

export interface Power extends PowerRow {
  basisText: string
  penaltyNote: string
  originalDepartment: string
  basisFrom: string | null
  basisTo: string | null
  tiers: Tier[]
  holders: { place: string; holders: Holder[] }[]
}

export interface Competence {
  code: string
  itemName: string
  mine: boolean
  holders: Holder[]
}

export interface Verification {
  ok: boolean
  entries: number
  head: string
  from: string | null
  to: string | null
  firstBroken: { seq: number; at: string; reason: string } | null
}

export interface LedgerEntry {
  seq: number
  at: string
  act: string
  by: string
  body: string
  subject: string
  details: Record<string, unknown>
  hash: string
}

export interface Notification {
  id: string
  at: string
  code: string
  details: Record<string, unknown>
  link: string
  read: boolean
}

export interface Account {
  id: string
  login: string
  name: string
  seats: Seat[]
  locked: boolean
  disabled: boolean
}
