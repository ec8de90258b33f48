// Transfers, internal handovers, notices.
import type { Action, BodyRef, Ground } from './common'
import type { Thing } from './matter'
import type { Obligation } from './obligation'

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
  /** what is owed next; null if nothing is */
  clock?: Obligation | null
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
  /** of the letter by which it was reported */
  reportNumber?: string | null
  actions: Action[]
}
