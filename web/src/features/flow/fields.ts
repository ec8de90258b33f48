// The things that acts ask for again and again.
import type { Field } from '@/shared/ui/act'

export const words = (name: string, label: string, required = true): Field => ({ name, label, kind: 'textarea', required })
export const line = (name: string, label: string, required = true): Field => ({ name, label, kind: 'text', required })
export const reason = (required = true): Field => words('reason', 'shared.detail.reason', required)
export const body = (name: string, label: string, more: Partial<Field> = {}): Field => ({ name, label, kind: 'body', required: true, ...more })
export const bodies = (name: string, label: string, more: Partial<Field> = {}): Field => ({ name, label, kind: 'bodies', ...more })
export const pick = (name: string, label: string, options: { value: string; label: string }[], more: Partial<Field> = {}): Field => ({ name, label, kind: options.length > 4 ? 'select' : 'radio', required: true, initial: options[0]?.value, options, ...more })
export const check = (name: string, label: string): Field => ({ name, label, kind: 'check' })
export const day = (name: string, label: string, required = true): Field => ({ name, label, kind: 'day', required })
export const moment = (name: string, label: string, more: Partial<Field> = {}): Field => ({ name, label, kind: 'instant', required: true, ...more })
export const files = (name: string, label: string, kinds: string[], required = false): Field => ({ name, label, kind: 'files', required, options: kinds.map((value) => ({ value, label: value })) })

/** What a file field gathered, each with what it is. */
export const materialsOf = (value: unknown): { kind: string; attachment: string }[] => (Array.isArray(value) ? (value as { kind: string; attachment: string }[]).map(({ kind, attachment }) => ({ kind, attachment })) : [])

/** The ids alone of what a file field gathered, where the server does not ask what each is. */
export const attachmentsOf = (value: unknown): string[] => materialsOf(value).map((m) => m.attachment)
