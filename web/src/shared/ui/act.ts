/** One thing that an act asks the person for. */
export interface Field {
  name: string
  /** i18n key */
  label: string
  kind: 'text' | 'textarea' | 'body' | 'bodies' | 'select' | 'several' | 'radio' | 'instant' | 'day' | 'number' | 'files' | 'check' | 'rows'
  required?: boolean
  /** i18n key */
  hint?: string
  options?: { value: string; label: string }[]
  /** what a row asks for, where several are listed */
  columns?: { name: string; label: string; kind: 'text' | 'day' | 'body' | 'select'; options?: { value: string; label: string }[] }[]
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
