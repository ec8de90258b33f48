// The operations on the boxes, named by their operation ids. What the server sends is read by the
// names that its own description gives.
import { http } from './client'
import type { components } from './schema'
import type { Page } from './types'

type Server = components['schemas']
type Filters = Record<string, string | null | undefined>

export type Letter = Server['Line']
export type LetterReceipts = Server['ReceiptsResponse']
export const listLetters = (query: Filters) => http.get<Page<Letter>>('/api/letters', query)
export const getLetterReceipts = (id: string, query: Filters) => http.get<LetterReceipts>(`/api/letters/${id}/receipts`, query)
export const openLetter = (id: string) => http.post<LetterReceipts>(`/api/letters/${id}/opening`)
