// Enforcement items: their law, and who holds them where.

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
