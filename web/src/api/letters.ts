// The operations on the boxes, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

export type Letter = LineOf<'listLetters'>
export type LetterReceipts = Answer<'getLetterReceipts'>
export const listLetters = (query: Filters) => http.get<Page<Letter>>('/api/letters', query)
export const getLetterReceipts = (id: string, query: Filters) => http.get<LetterReceipts>(`/api/letters/${id}/receipts`, query)
export const openLetter = (id: string) => http.post<LetterReceipts>(`/api/letters/${id}/opening`)
