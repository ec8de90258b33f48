// The codes a person chose to keep on this device. Nothing is kept unasked: a phone may be another's tomorrow.
const KEPT = 'xiezhi.codes'

export interface KeptCode {
  code: string
  kind: 'report' | 'conduct'
}

export function keptCodes(): KeptCode[] {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? '[]') as KeptCode[]
  } catch {
    return []
  }
}
const write = (codes: KeptCode[]) => localStorage.setItem(KEPT, JSON.stringify(codes))
export const keepCode = (one: KeptCode) => write([one, ...keptCodes().filter((c) => c.code !== one.code)].slice(0, 50))
export const forgetCode = (code: string) => write(keptCodes().filter((c) => c.code !== code))
