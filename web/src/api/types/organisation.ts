// Counties, divisions, bodies.

export interface County {
  code: string
  name: string
  province?: string | null
  prefecture?: string | null
  level?: string | null
  lng?: number | null
  lat?: number | null
}

export interface Division {
  code: string
  name: string
  kind: string
  lng?: number | null
  lat?: number | null
}

export interface Body {
  id: string
  name: string
  shortName: string
  kind: string
  parent?: string | null
  township?: string | null
  division?: string | null
  function?: string | null
  evidence: string
  legal: boolean
}
