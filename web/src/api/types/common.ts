// What every flow speaks of: bodies, grounds, refusals and acts.

export type Basis = 'clause' | 'national' | 'platform-default' | 'internal-target'

export type Light = 'red' | 'amber' | 'green' | 'none'

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
