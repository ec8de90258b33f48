/** One thing that an act asks the person for. */
export interface Field {
  name: string
  /** i18n key */
  label: string
  kind: 'text' | 'textarea' | 'body' | 'select' | 'radio' | 'instant' | 'day' | 'number' | 'files' | 'check'
  required?: boolean
  /** i18n key */
  hint?: string
  options?: { value: string; label: string }[]
  /** for bodies */
  kinds?: string[]
  exclude?: string[]
  suggested?: string[]
  initial?: unknown
  /** asked only when this holds of what is filled in so far */
  when?: (values: Record<string, unknown>) => boolean
}

export interface Act {
  name: string
  /** i18n key of a sentence on what follows */
  words?: string
  fields: Field[]
  danger?: boolean
  submit: (values: Record<string, unknown>) => Promise<unknown>
}
