// The operations on whistles and urging, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

export type Whistle = Answer<'getWhistle'>
export type WhistleCall = Whistle['calls'][number]
export type WhistleLine = LineOf<'listWhistles'>
export const blowWhistle = (body: unknown) => http.post<Whistle>('/api/whistles', body)
export const listWhistles = (query: Filters) => http.get<Page<WhistleLine>>('/api/whistles', query)
export const rankWhistles = () => http.get<Answer<'rankWhistles'>>('/api/whistles/ranking')
export const getWhistle = (id: string) => http.get<Whistle>(`/api/whistles/${id}`)
export const getWhistleCall = (id: string) => http.get<Whistle>(`/api/whistle-calls/${id}`)
export const actOnWhistle = (id: string, verb: string, body: unknown) => http.post<Whistle>(`/api/whistle-calls/${id}/${verb}`, body)
export const whistleLetterUrl = (call: string, format: string, report = false) => urlOf(`/api/whistle-calls/${call}/letter`, { format, report: report ? 'true' : null })

// what a township suggests about the people a department sent: for the parties only
export type PostSuggestion = Answer<'getSuggestion'>
export type PostSuggestionLine = LineOf<'listSuggestions'>
export const listSuggestionKinds = () => http.get<Answer<'listSuggestionKinds'>>('/api/suggestions/kinds')
export const makeSuggestion = (body: unknown) => http.post<PostSuggestion>('/api/suggestions', body)
export const listSuggestions = (query: Filters) => http.get<Page<PostSuggestionLine>>('/api/suggestions', query)
export const getSuggestion = (id: string) => http.get<PostSuggestion>(`/api/suggestions/${id}`)
export const answerSuggestion = (id: string, body: unknown) => http.post<PostSuggestion>(`/api/suggestions/${id}/answer`, body)
export const suggestionLetterUrl = (id: string, format: string) => urlOf(`/api/suggestions/${id}/letter`, { format })
