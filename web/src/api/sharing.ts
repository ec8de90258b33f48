// The operations on shared information, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

// information
export type ShareCategory = Answer<'listShareCategories'>[number]
export type Information = Answer<'getInformation'>
export type InformationLine = LineOf<'listInformation'>
export type Suggestion = Answer<'getManagementSuggestion'>
export type SuggestionLine = LineOf<'listManagementSuggestions'>
export type RulesDraft = Answer<'getRulesDraft'>
export type RulesDraftLine = LineOf<'listRulesDrafts'>
export type InformationRequest = Answer<'getInformationRequest'>
export type InformationRequestLine = LineOf<'listInformationRequests'>
export const listShareCategories = () => http.get<ShareCategory[]>('/api/information/categories')
export const previewAudience = (query: { category: string; items: string[]; field: string | null; receivers: string[] }) => http.get<Answer<'previewAudience'>>('/api/information/audience', query)
export const publishInformation = (body: unknown) => http.post<{ id: string }>('/api/information', body)
export const listInformation = (query: Filters) => http.get<Page<InformationLine>>('/api/information', query)
export const getInformation = (id: string) => http.get<Information>(`/api/information/${id}`)
export const actOnInformation = (id: string, verb: string, body: unknown) => http.post<Information>(`/api/information/${id}/${verb}`, body)
export const listSharingActivity = (query: { from: string; to: string }) => http.get<Answer<'listSharingActivity'>>('/api/information/activity', query)
export const listSubscriptions = () => http.get<Answer<'listSubscriptions'>>('/api/information/subscriptions')
const inField = (field: string) => (field ? `?field=${encodeURIComponent(field)}` : '')
export const subscribeToCategory = (category: string, field: string) => http.put<unknown>(`/api/information/subscriptions/${category}` + inField(field))
export const unsubscribeFromCategory = (category: string, field: string) => http.delete(`/api/information/subscriptions/${category}` + inField(field))
export const requestInformation = (body: unknown) => http.post<{ id: string }>('/api/information-requests', body)
export const listInformationRequests = (query: Filters) => http.get<Page<InformationRequestLine>>('/api/information-requests', query)
export const getInformationRequest = (id: string) => http.get<InformationRequest>(`/api/information-requests/${id}`)
export const answerInformationRequest = (id: string, body: unknown) => http.post<{ id: string }>(`/api/information-requests/${id}/answer`, body)
export const declineInformationRequest = (id: string, body: unknown) => http.post<unknown>(`/api/information-requests/${id}/declining`, body)
export const draftRules = (body: unknown) => http.post<{ id: string }>('/api/rules-drafts', body)
export const listRulesDrafts = (query: Filters) => http.get<Page<RulesDraftLine>>('/api/rules-drafts', query)
export const getRulesDraft = (id: string) => http.get<RulesDraft>(`/api/rules-drafts/${id}`)
export const actOnRulesDraft = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/rules-drafts/${id}/${verb}`, body)
export const makeManagementSuggestion = (body: unknown) => http.post<{ id: string }>('/api/management-suggestions', body)
export const listManagementSuggestions = (query: Filters) => http.get<Page<SuggestionLine>>('/api/management-suggestions', query)
export const getManagementSuggestion = (id: string) => http.get<Suggestion>(`/api/management-suggestions/${id}`)
export const actOnSuggestion = (id: string, verb: string, body: unknown) => http.post<Suggestion>(`/api/management-suggestions/${id}/${verb}`, body)
export const informationLetterUrl = (id: string, format: string) => urlOf(`/api/information/${id}/letter`, { format })
export const consultationLetterUrl = (id: string, format: string) => urlOf(`/api/rules-drafts/${id}/letter`, { format })
export const managementSuggestionLetterUrl = (id: string, format: string) => urlOf(`/api/management-suggestions/${id}/letter`, { format })

// what a department changed at the source, and whether less flows in since
export type PreventionMeasure = Answer<'listPrevention'>[number]
export const listPrevention = () => http.get<PreventionMeasure[]>('/api/prevention-measures')
export const recordPrevention = (body: unknown) => http.post<{ id: string }>('/api/prevention-measures', body)
