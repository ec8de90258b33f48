// What the server says, as far as the screens need it. One name for each shape, so that the screens
// do not know how the wire names them.

export type Basis = 'clause' | 'national' | 'platform-default' | 'internal-target'
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

// ---- matters ------------------------------------------------------------------------------------


export interface Party {
  /** person, organisation or unknown */
  kind: string
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
}

export interface MatterRow {
  id: string
  number: string
  subject: string
  stage: string
  holder: BodyRef
  source: string
  division: string
  divisionName: string
  urgent: boolean
  hazard: boolean
  registeredAt: string
}

/** Marked by whom, when, with which words. */
export interface Mark {
  text: string
  by: string
  at: string
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
  holderLegalBody: BodyRef
  source: string
  discoveredAt: string
  registeredAt: string
  facts: string
  actFrom?: string | null
  actTo?: string | null
  inProgress: boolean
  hazard: boolean
  preHandover: string
  items: { code: string; name: string }[]
  parties: Party[]
  articles: Thing[]
  judgement?: { ours: boolean; at: string; by: string; reason: string; competent?: BodyRef | null } | null
  urgency?: Mark | null
  dissuasion?: Mark | null
  closedAt?: string | null
  outcome?: string | null
  attachments: Attachment[]
  obligations: Obligation[]
  complaints: ComplaintLine[]
  transfers: TransferRow[]
  handovers: Handover[]
  notices: Notice[]
  actions: Action[]
}

// ---- transfers ----------------------------------------------------------------------------------

export interface TransferRow {
  id: string
  matter: string
  matterNumber?: string | null
  matterSubject?: string | null
  kind: string
  from: BodyRef
  to: BodyRef
  stage: string
  letterNumber?: string | null
  preparedAt: string
  sentAt?: string | null
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

/** What the county asks a transfer to carry, and whether it does. */
export interface Needed {
  /** materials or fields */
  fact: string
  name: string
  /** in the county's words */
  label: string
  present: boolean
  ground: Ground
}

export interface Transfer {
  id: string
  version: number
  kind: string
  stage: string
  matter: string
  matterNumber: string
  matterSubject: string
  from: BodyRef
  to: BodyRef
  urgent: boolean
  urgentReason?: string | null
  reason: string
  disputed: boolean
  screened: boolean
  statutoryBasis?: string | null
  materials: (Material & { label: string; fileName?: string | null })[]
  articles: TransferArticle[]
  articlesSigned: boolean
  checklist: Needed[]
  papers: { id: string; template: string; number: string; title: string; issuer: BodyRef; at: string }[]
  preparedAt: string
  submittedAt?: string | null
  sentAt?: string | null
  lastStep: { at: string; by: string; note: string }
  returnedWhy?: string | null
  letterNumber?: string | null
  obligations: Obligation[]
  actions: Action[]
}

export interface Proposal {
  candidates: { body: BodyRef; why: string; exclusive: boolean; ground?: Ground | null }[]
  checklist: Needed[]
}

export interface Handover {
  id: string
  version: number
  from: BodyRef
  to: BodyRef
  items: string
  stage: string
  madeAt: string
  madeBy: string
  receivedAt?: string | null
  receivedBy?: string | null
  result?: string | null
  recordNumber?: string | null
  actions: Action[]
}

export interface Notice {
  id: string
  version: number
  purpose: string
  from: BodyRef
  to: BodyRef
  content: string
  stage: string
  lastStepAt: string
  lastStepBy: string
  lastStepNote: string
  reasonGiven: boolean
  reportedTo?: BodyRef | null
  letterNumber?: string | null
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

// ---- calendar, powers, ledger, notifications ------------------------------------------------------

export interface DayMark {
  day: string
  kind: 'workday' | 'make-up-workday' | 'holiday' | 'local-holiday' | 'weekend'
  working: boolean
  label: string
  source: string
  evidence: string
}

export interface CalendarNotice {
  id: string
  scope: string
  title: string
  number?: string | null
  dated: string
  knownFrom: string
  evidence: string
  note?: string | null
}

export interface CalendarYear {
  year: number
  published: boolean
  version: string
  zone: string
  days: DayMark[]
  notices: CalendarNotice[]
  actions: Action[]
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
  penaltyNote: string
  simpleProcedurePossible: boolean
}

export interface Tier {
  subject: string
  condition: string
  warningPossible: boolean
  unit?: string | null
  min?: number | null
  max?: number | null
}

/** An item's text as it stood from one day to another. */
export interface LegalBasis {
  legalBasis: string
  basisText: string
  penaltyMin?: number | null
  penaltyMax?: number | null
  penaltyNote: string
  from?: string | null
  to?: string | null
  tiers: Tier[]
  source: string
}

export interface Holding {
  named: string
  scope: string
  body?: string | null
  bodyName?: string | null
  inKind?: string | null
  inPlace?: string | null
  mode: string
  from?: string | null
  to?: string | null
  evidence: string
  note: string
  source: string
}

export interface Power {
  code: string
  name: string
  domain: string
  kind: string
  originalDepartment: string
  simpleProcedurePossible: boolean
  hearingNote: string
  on: string
  legalBasis: string
  basis: LegalBasis[]
  later: LegalBasis[]
  earlier: LegalBasis[]
  holdings: Holding[]
}

export interface Holder {
  body: string
  bodyName: string
  named: string
  reason: string
  mode: string
  from?: string | null
  to?: string | null
  evidence: string
  note: string
  source: string
}

export interface Competence {
  code: string
  itemName: string
  mine: boolean
  holders: Holder[]
  unfixed: Omit<Holder, 'body' | 'bodyName' | 'reason'>[]
  remarks: string[]
}

export interface Verification {
  county: string
  algorithm: string
  whole: boolean
  entries: number
  hash: string
  brokenLink?: Record<string, unknown> | null
}

export interface LedgerEntry {
  seq: number
  at: string
  account: string
  name: string
  body: string
  act: string
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

// ---- the public's side ----------------------------------------------------------------------------

export interface PublicService {
  code: string
  name: string
  group: string
  description: string
}

/** A report that somebody made near here: where, about what, on which day, how far it is; nothing else. */
export interface NearbyReport {
  metres: number
  service: string
  day: string
  stage: string
  /** stands for it where a report says that it is about the same; tells nothing by itself */
  ref?: string | null
}

export interface LocatedPlace {
  division?: string | null
  name?: string | null
  inside: boolean
  turnTo?: { county?: string | null; name: string } | null
}

export interface ReportInput {
  service: string | null
  description: string
  division: string | null
  address: string | null
  lng: number | null
  lat: number | null
  photos: string[]
  at: string | null
  anonymous: boolean
  name: string | null
  phone: string | null
  nearbyOf: string | null
}

export interface PublicStep {
  at: string
  event: string
  body?: string | null
}

export interface PublicDue {
  duty: string
  words: string
  dueAt?: string | null
  lastDay?: string | null
  light: string
  clause?: string | null
}

export interface TrackedReport {
  code: string
  county: string
  countyName: string
  subject: string
  stage: string
  answerable?: { name: string } | null
  firstReceiver?: { name: string } | null
  receivedAt: string
  steps: PublicStep[]
  due: PublicDue[]
  reply?: { text: string; at: string; body: string } | null
  rating?: { satisfied: boolean; words?: string | null; at?: string | null } | null
  additions: { at: string; text: string }[]
  may: string[]
}

export interface ConductInput {
  body: string | null
  officer: string | null
  when: string | null
  description: string
  anonymous: boolean
  name: string | null
  phone: string | null
}

export interface TrackedConduct {
  code: string
  stage: string
  receivedAt: string
  steps: PublicStep[]
  /** the body that handles it */
  handledBy?: string | null
  reply?: { text: string; at?: string | null; body?: string | null } | null
  rating?: { satisfied: boolean; words?: string | null } | null
  may: string[]
}

// ---- complaints, at the desk ----------------------------------------------------------------------

export interface ComplaintLine {
  id: string
  matter: string
  number: string
  subject: string
  channel: string
  stage: string
  division: string
  receivedAt: string
  anonymous: boolean
  answerable: BodyRef
  firstReceiver: BodyRef
  merged: boolean
  /** of the clock that ends first */
  light?: string | null
  dueAt?: string | null
}

/** A body that a rule names, and the rule; null where no rule says it. */
export interface RouteTo {
  body: BodyRef
  ground?: Ground | null
}

export interface LinkedComplaint {
  id: string
  number: string
  subject: string
  receivedAt: string
  stage: string
}

export interface Complaint {
  line: ComplaintLine
  version: number
  /** by which the complainant follows it */
  code: string
  service: string
  facts: string
  address: string
  lng?: number | null
  lat?: number | null
  category: string
  externalNumber: string
  writtenMaterial: boolean
  /** to see it is an act of its own */
  contactHeld: boolean
  reachable: boolean
  registered: boolean
  /** violation, no-violation or not-ours */
  finding?: string | null
  result?: { at: string; by: string; text: string } | null
  reply?: { at: string; by: string; text: string; how: string; noReply?: string | null; attempts: { at: string; how: string }[] } | null
  rating?: { satisfied: boolean; words: string; at: string } | null
  referrer?: BodyRef | null
  firstResponsible: RouteTo
  replier: RouteTo
  guidance: { at: string; by: string; body: BodyRef; text: string }[]
  steps: { at: string; event: string; body: BodyRef; by: string; note: string }[]
  additions: { at: string; text: string; attachments: string[] }[]
  linked: LinkedComplaint[]
  leading?: LinkedComplaint | null
  caseFile?: { id: string; number: string; filedAt: string; steps: string[]; toCome: string[]; closedAt?: string | null } | null
  owed: Obligation[]
  actions: Action[]
}

/** Who complained, as shown to those who handle it. */
export interface Complainant {
  anonymous: boolean
  name?: string | null
  phone?: string | null
  address?: string | null
  email?: string | null
}

export interface ComplaintInput {
  channel: string
  subject: string
  facts: string
  receivedAt: string | null
  actFrom: string | null
  division: string
  address: string | null
  lng: number | null
  lat: number | null
  items: string[]
  attachments: string[]
  inProgress: boolean
  hazard: boolean
  urgentReason: string | null
  category: string | null
  externalNumber: string | null
  writtenMaterial: boolean
  complainant: { anonymous: boolean; name: string | null; phone: string | null; address: string | null; email: string | null }
}

/** What may be the same, and why one may think so. */
export interface SimilarReport {
  matter: string
  /** null for a lead without a complaint */
  complaint?: string | null
  number: string
  subject: string
  registeredAt: string
  stage: string
  metres?: number | null
  /** from 0 to 1 */
  score: number
  because: { kind: string; value: string }[]
}

export interface SuggestedItem {
  code: string
  name: string
  domain: string
  /** from 0 to 1 */
  score: number
  /** the words that were found in it */
  because: string[]
  /** who holds it there; null where no place is known */
  competence?: Competence | null
}

export interface ConductLine {
  id: string
  code: string
  receivedAt: string
  /** received, assigned or replied */
  stage: string
  aboutBody?: string | null
  handler?: string | null
}

/** A complaint about conduct, opened: the look itself is on the sealed record. */
export interface ConductComplaint {
  line: ConductLine
  version: number
  description: string
  officer: string
  when: string
  anonymous: boolean
  name?: string | null
  phone?: string | null
  reply?: string | null
  satisfied?: boolean | null
  rating?: string | null
  /** who may be named to handle it */
  candidates: { account: string; name: string }[]
  owed: Obligation[]
  actions: Action[]
}

// ---- devices --------------------------------------------------------------------------------------

export interface Device {
  id: string
  version: number
  /** camera, drone, sensor or ai */
  kind: string
  name: string
  maker: string
  serial: string
  holder: string
  holderName: string
  division: string
  place: string
  lng?: number | null
  lat?: number | null
  certificate: string
  calibratedOn?: string | null
  validUntil?: string | null
  review: string
  reviewedOn?: string | null
  publishedOn?: string | null
  keyed: boolean
  registeredAt: string
  registeredBy: string
  retiredAt?: string | null
  retiredBecause: string
  /** what would speak today against what it sends */
  flags: string[]
}

export interface DeviceInput {
  kind: string
  name: string
  maker: string
  serial: string
  holder: string
  division: string
  place: string
  lng: number | null
  lat: number | null
}

export interface DeviceLeadLine {
  matter: string
  version: number
  kind: string
  stage: string
  lng: number
  lat: number
  firstAt: string
  lastAt: string
}

export interface DeviceLead {
  lead: DeviceLeadLine
  decision?: { at: string; by: string; words: string } | null
  events: {
    id: string
    device: string
    kind: string
    at: string
    receivedAt: string
    lng: number
    lat: number
    confidence: number
    picture?: string | null
    certificate: string
    calibratedOn?: string | null
    validUntil?: string | null
    flags: string[]
  }[]
  actions: Action[]
}
