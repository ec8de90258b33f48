// The public’s side.

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
