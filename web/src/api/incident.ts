// The operations on police support, incidents and public opinion, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

// support of the police, incidents, public opinion
export type SupportCall = Answer<'getSupportCall'>
export type SupportCallLine = LineOf<'listSupportCalls'>
export type SupportWords = Answer<'listSupportWords'>
export type PoliceHelp = Answer<'getHelp'>
export type PoliceHelpLine = LineOf<'listHelp'>
export type Incident = Answer<'getIncident'>
export type IncidentLine = LineOf<'listIncidents'>
export type Opinion = Answer<'getOpinion'>
export type OpinionLine = LineOf<'listOpinions'>
export const listSupportWords = () => http.get<SupportWords>('/api/support-calls/words')
export const callPolice = (body: unknown, idempotencyKey: string) => http.post<SupportCall>('/api/support-calls', body, { idempotencyKey })
export const listSupportCalls = (query: Filters) => http.get<Page<SupportCallLine>>('/api/support-calls', query)
export const getSupportCall = (id: string) => http.get<SupportCall>(`/api/support-calls/${id}`)
export const actOnCall = (id: string, verb: string, body: unknown) => http.post<SupportCall>(`/api/support-calls/${id}/${verb}`, body)
export const askStrength = (body: unknown) => http.post<PoliceHelp>('/api/police-help/strength', body)
export const askIdentity = (matter: string, body: unknown) => http.post<PoliceHelp>(`/api/matters/${matter}/identity-requests`, body)
export const listHelp = (query: Filters) => http.get<Page<PoliceHelpLine>>('/api/police-help', query)
export const getHelp = (id: string) => http.get<PoliceHelp>(`/api/police-help/${id}`)
export const actOnHelp = (id: string, verb: string, body: unknown) => http.post<PoliceHelp>(`/api/police-help/${id}/${verb}`, body)
export const revealIdentity = (id: string) => http.post<{ identity: string }>(`/api/police-help/${id}/identity/view`)
export const openIncident = (body: unknown) => http.post<Incident>('/api/incidents', body)
export const listIncidents = (query: Filters) => http.get<Page<IncidentLine>>('/api/incidents', query)
export const getIncident = (id: string) => http.get<Incident>(`/api/incidents/${id}`)
export const actOnIncident = (id: string, verb: string, body: unknown) => http.post<Incident>(`/api/incidents/${id}/${verb}`, body)
export const registerOpinion = (body: unknown) => http.post<Opinion>('/api/opinions', body)
export const listOpinions = (query: Filters) => http.get<Page<OpinionLine>>('/api/opinions', query)
export const getOpinion = (id: string) => http.get<Opinion>(`/api/opinions/${id}`)
export const actOnOpinion = (id: string, verb: string, body: unknown) => http.post<Opinion>(`/api/opinions/${id}/${verb}`, body)
export const incidentPaperUrl = (id: string, paper: string, format: string) => urlOf(`/api/incidents/${id}/papers/${paper}`, { format })
