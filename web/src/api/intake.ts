// The operations on complaints at the desk, named by their operation ids.
import { http } from './client'
import type { Page } from './types/common'
import type { Complainant, Complaint, ComplaintInput, ComplaintLine, ConductComplaint, ConductLine, SimilarReport, SuggestedItem } from './types/intake'

type Filters = Record<string, string | null | undefined>

export const registerComplaint = (body: ComplaintInput, idempotencyKey: string) => http.post<{ id: string; matter: string; code: string }>('/api/complaints', body, { idempotencyKey })
export const listComplaints = (query: Filters) => http.get<Page<ComplaintLine>>('/api/complaints', query)
export const getComplaint = (id: string) => http.get<Complaint>(`/api/complaints/${id}`)
export const seeComplainant = (id: string) => http.post<Complainant>(`/api/complaints/${id}/contact-views`)
export const actOnComplaint = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/complaints/${id}/${verb}`, body)
export const actOnComplaintCase = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/complaints/${id}/case/${verb}`, body)
export const findSimilarComplaints = (query: { division: string; lng?: number | null; lat?: number | null; q: string; items: string[] }, signal?: AbortSignal) => http.get<{ items: SimilarReport[] }>('/api/complaints/similar', query, signal)
export const suggestItems = (query: { q: string; division: string; on?: string | null }, signal?: AbortSignal) => http.get<{ items: SuggestedItem[] }>('/api/powers/suggestions', query, signal)

// complaints about officers' conduct
export const listConductComplaints = (query: Filters) => http.get<Page<ConductLine>>('/api/conduct-complaints', query)
export const getConductComplaint = (id: string) => http.get<ConductComplaint>(`/api/conduct-complaints/${id}`)
export const assignConductComplaint = (id: string, body: { version: number; account: string }) => http.post<unknown>(`/api/conduct-complaints/${id}/assignment`, body)
export const replyConductComplaint = (id: string, body: { version: number; text: string }) => http.post<unknown>(`/api/conduct-complaints/${id}/reply`, body)
