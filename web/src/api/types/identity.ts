// Who is signed in, in which seats.
import type { BodyRef } from './common'

export type Role = 'clerk' | 'officer' | 'signer' | 'coordinator' | 'administrator' | 'supervisor'

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

export interface Account {
  id: string
  login: string
  name: string
  seats: Seat[]
  locked: boolean
  disabled: boolean
}
