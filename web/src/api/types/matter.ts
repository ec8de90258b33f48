// A matter and what hangs on it.
import type { Action, BodyRef } from './common'
import type { ComplaintLine } from './intake'
import type { Obligation } from './obligation'
import type { Handover, Notice, TransferRow } from './transfer'

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
  /** what of it is due first; null if nothing is owed */
  clock?: Obligation | null
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
  urgency?: (Mark & { confirmed?: Mark | null }) | null
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
