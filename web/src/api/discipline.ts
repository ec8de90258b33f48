// The operations on leads of discipline, named by their operation ids: a path of their own.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

export type DisciplineLead = Answer<'getDisciplineLead'>
export type DisciplineLine = LineOf<'listDisciplineLeads'>
export const noteDisciplineLead = (body: unknown) => http.post<DisciplineLead>('/api/discipline-leads', body)
export const listDisciplineLeads = (query: Filters) => http.get<Page<DisciplineLine>>('/api/discipline-leads', query)
export const getDisciplineLead = (id: string) => http.get<DisciplineLead>(`/api/discipline-leads/${id}`)
export const actOnDisciplineLead = (id: string, verb: string, body: unknown) => http.post<DisciplineLead>(`/api/discipline-leads/${id}/${verb}`, body)
export const disciplineLetterUrl = (id: string, format: string) => urlOf(`/api/discipline-leads/${id}/letter`, { format })
