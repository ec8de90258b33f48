// The operations on assistance and on disputes, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer } from './answers'
import { http, urlOf } from './client'

type Filters = Record<string, string | null | undefined>

// assistance
export type Assistance = Answer<'getAssistance'>
export type AssistanceEntry = Answer<'listAssistanceEntries'>[number]
export const prepareAssistance = (body: unknown) => http.post<Assistance>('/api/assistance', body)
export const amendAssistance = (id: string, body: unknown) => http.put<Assistance>(`/api/assistance/${id}`, body)
export const getAssistance = (id: string) => http.get<Assistance>(`/api/assistance/${id}`)
export const listAssistance = (query: Filters) => http.get<Assistance[]>('/api/assistance', query)
export const countAssistance = () => http.get<Answer<'countAssistance'>>('/api/assistance/counts')
export const actOnAssistance = (id: string, verb: string, body: unknown) => http.post<Assistance>(`/api/assistance/${id}/${verb}`, body)
export const assistanceLetterUrl = (id: string, format: string, paper?: string) => urlOf(`/api/assistance/${id}/letter`, { format, paper })
export const listAssistanceEntries = (department?: string | null) => http.get<AssistanceEntry[]>('/api/assistance/entries', { department })
export const addAssistanceEntry = (body: unknown) => http.post<{ id: string }>('/api/assistance/entries', body)
export const endAssistanceEntry = (id: string) => http.post<unknown>(`/api/assistance/entries/${id}/end`)

// disputes
export type Dispute = Answer<'getDispute'>
export const openDispute = (matter: string, body: unknown) => http.post<Dispute>(`/api/matters/${matter}/disputes`, body)
export const listDisputes = (matter: string) => http.get<Answer<'listDisputes'>>(`/api/matters/${matter}/disputes`)
export const getDispute = (id: string) => http.get<Dispute>(`/api/disputes/${id}`)
export const actOnDispute = (id: string, verb: string, body: unknown) => http.post<Dispute>(`/api/disputes/${id}/${verb}`, body)
export const disputeLetterUrl = (id: string, format: string, paper: string) => urlOf(`/api/disputes/${id}/letter`, { format, paper })
