// The record that nobody can quietly change.

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
