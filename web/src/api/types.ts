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
  version: number
  /** of its rule, in the rule-key catalogue */
  key: string
  duty: string
  state: ObligationState
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
  bindingness: Bindingness
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
  counts: { kind: string; red: number; amber: number; green: number; none: number }[]
  items: Obligation[]
  next?: string | null
  toSign: TransferRow[]
}

// ---- matters ------------------------------------------------------------------------------------

export type PartyKind = 'person' | 'organisation' | 'unknown'

export interface Party {
  kind: PartyKind
  name?: string | null
  idNumber?: string | null
  phone?: string | null
}

export interface Thing {
  name: string
  quantity: string
  state?: string | null
}

export interface Place {
  division: string
  divisionName?: string | null
  address?: string | null
  lng?: number | null
  lat?: number | null
}

export interface LeadInput {
  subject: string
  source: string
  discoveredAt: string | null
  division: string
  address: string | null
  lng: number | null
  lat: number | null
  actFrom: string | null
  actTo: string | null
  facts: string | null
  inProgress: boolean
  hazard: boolean
  urgentReason: string | null
  preHandover: string | null
  items: string[]
  parties: Party[]
  articles: Thing[]
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
  stage: string
  divisionName: string
  holder: BodyRef
  urgent: boolean
  registeredAt: string
  light?: Light | null
  dueAt?: string | null
}

/** Who decided what when, and why. */
export interface Said {
  at: string
  by: string
  words: string
}

export interface Matter {
  id: string
  number: string
  subject: string
  /** registered, ours, not-ours, closed */
  stage: string
  version: number
  place: Place
  holder: BodyRef
  source: string
  discoveredAt: string
  registeredAt: string
  registeredBy: string
  facts: string
  actFrom?: string | null
  actTo?: string | null
  inProgress: boolean
  hazard: boolean
  preHandover: string
  items: { code: string; name: string }[]
  parties: Party[]
  articles: Thing[]
  judgement?: (Said & { competent?: BodyRef | null }) | null
  urgency?: Said | null
  dissuasion?: Said | null
  attachments: Attachment[]
  timeline: TimelineEntry[]
  obligations: Obligation[]
  transfers: TransferRow[]
  handovers: Handover[]
  notices: Notice[]
  actions: Action[]
}

// ---- transfers ----------------------------------------------------------------------------------

export interface TransferRow {
  id: string
  kind: string
  stage: string
  letter?: string | null
  matter: { id: string; number?: string | null; subject?: string | null }
  sender: BodyRef
  receiver: BodyRef
  urgent: boolean
  at: string
  light?: Light | null
  dueAt?: string | null
}

/** A file, or the reason why there is none. */
export interface Material {
  kind: string
  attachment?: string | null
  explanation?: string | null
}

export interface TransferArticle extends Thing {
  heldAt?: string | null
  heldUntil?: string | null
}

export interface TransferDraft {
  kind: string
  sender: string | null
  receiver: string
  reason: string
  disputed: boolean
  statutoryBasis: string | null
  materials: Material[]
  articles: TransferArticle[]
}

export interface Transfer {
  id: string
  version: number
  kind: string
  stage: string
  matter: { id: string; number: string; subject: string }
  sender: BodyRef
  receiver: BodyRef
  preparedBy: BodyRef
  reason: string
  disputed: boolean
  statutoryBasis?: string | null
  materials: Material[]
  articles: TransferArticle[]
  articlesSigned: boolean
  screened: boolean
  /** number of the letter, once signed */
  letter?: string | null
  preparedAt: string
  submittedAt?: string | null
  sentAt?: string | null
  /** what the last step said: a reason, a finding, a result */
  lastWords?: string | null
  /** what the county's rules ask for, and whether it is there */
  required: { kind: string; present: boolean; ground?: Ground | null }[]
  attachments: Attachment[]
  timeline: TimelineEntry[]
  obligations: Obligation[]
  actions: Action[]
}

export interface Handover {
  id: string
  version: number
  team: BodyRef
  station: BodyRef
  items: string
  stage: string
  madeAt: string
  madeBy: string
  letter?: string | null
  result?: string | null
  actions: Action[]
}

export interface Notice {
  id: string
  version: number
  purpose: string
  notifier: BodyRef
  notified: BodyRef
  content: string
  stage: string
  at: string
  words?: string | null
  reportedTo?: BodyRef | null
  letter?: string | null
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
  name: string
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
