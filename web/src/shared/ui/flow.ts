import type { Action } from '@/api/types/common'
import type { Obligation } from '@/api/types/obligation'
import type { Act } from './act'

/** A letter that a flow issued. */
export interface Paper {
  key: string
  title: string
  number?: string | null
  by?: string | null
  at?: string | null
  url: (format: 'pdf' | 'docx') => string
}

export interface Tag {
  label: string
  tone?: 'red' | 'amber' | 'green' | 'teal' | 'blue' | 'line'
  hint?: string | null
}

/** One thing that a flow says about itself. */
export interface Fact {
  label: string
  value?: string | number | null
  tone?: Tag['tone']
  files?: { id?: string | null; name: string }[]
}

/** What each act of a flow asks for and where it goes; an act that is a page of its own goes there. */
export type Acts = Record<string, Omit<Act, 'name'> | (() => void)>

/** What every flow page shows of its flow, whatever the flow. */
export interface FlowView {
  /** of the list it belongs to */
  list: { to: string; label: string }
  title: string
  /** 文号 */
  number?: string | null
  stage: string
  tags?: Tag[]
  /** who is who in it: the first acts towards the others */
  parties: { label: string; name: string }[]
  /** its stations, in words, and which one it is at */
  steps?: string[]
  at?: number
  matter?: { id: string; number?: string | null; subject?: string | null } | null
  /** its name in the boxes, as transfer:0190…; none if it is in no box */
  subject?: string
  obligations: Obligation[]
  actions: Action[]
  /** what is to be done first, in this order */
  primary?: string[]
  danger?: string[]
  papers?: Paper[]
  papersWords?: string
  version?: number
}

/** A column of a flow's list; the first names the thing. */
export interface Column<T> {
  label: string
  value: (row: T) => string
  sub?: (row: T) => string | null | undefined
  /** shown as a label of this tone */
  tag?: (row: T) => Tag['tone'] | ''
  num?: boolean
}
