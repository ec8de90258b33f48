// Working days.
import type { Action } from './common'

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
