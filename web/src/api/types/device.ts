// Devices, and what they send.
import type { Action } from './common'
import type { Obligation } from './obligation'

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
  /** what is owed next on its matter; null if nothing is */
  clock?: Obligation | null
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
