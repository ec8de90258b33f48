// Complaints, at the desk.
import type { Action, BodyRef, Ground } from './common'
import type { Obligation } from './obligation'
import type { Competence } from './powers'

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
  /** what is owed next; null if nothing is */
  clock?: Obligation | null
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
  /** what is owed next; null if nothing is */
  clock?: Obligation | null
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
