// The operations of command and dispatch, and of what keeps people from wrong, named by their operation
// ids. What the server sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

export type CommandPost = Answer<'getCommandPost'>
export const listCommandPosts = () => http.get<CommandPost[]>('/api/command-posts')
export const getCommandPost = (id: string) => http.get<CommandPost>(`/api/command-posts/${id}`)
export const fillSeat = (id: string, body: unknown) => http.post<CommandPost>(`/api/command-posts/${id}/seats`, body)
export const vacateSeat = (id: string, body: unknown) => http.post<CommandPost>(`/api/command-posts/${id}/vacancies`, body)
export type CommandView = Answer<'getCommandView'>
export const getCommandView = (id: string) => http.get<CommandView>(`/api/command-posts/${id}/view`)

export type Roster = Answer<'getRoster'>
export const getRoster = (id: string) => http.get<Roster>(`/api/command-posts/${id}/roster`)
export const addToRoster = (id: string, body: unknown) => http.post<Roster>(`/api/command-posts/${id}/roster`, body)
export const removeFromRoster = (id: string, body: unknown) => http.post<unknown>(`/api/roster-entries/${id}/removal`, body)
export const reportAbsence = (body: unknown) => http.post<unknown>('/api/absences', body)
export type Assignee = Answer<'listAssignees'>[number]
export const listAssignees = (id: string, query: Filters) => http.get<Assignee[]>(`/api/command-posts/${id}/assignees`, query)

export type Order = Answer<'getOrder'>
export type OrderLine = LineOf<'listOrders'>
export const issueOrder = (body: unknown) => http.post<Answer<'issueOrder'>>('/api/orders', body)
export const listOrders = (query: Filters) => http.get<Page<OrderLine>>('/api/orders', query)
export const getOrder = (id: string) => http.get<Order>(`/api/orders/${id}`)
export const actOnOrder = (id: string, verb: string, body: unknown) => http.post<Order>(`/api/orders/${id}/${verb}`, body)
export const orderLetterUrl = (id: string, format: string) => urlOf(`/api/orders/${id}/letter`, { format })

export type Problem = Answer<'getProblem'>
export type ProblemLine = LineOf<'listProblems'>
export const registerProblem = (body: unknown) => http.post<Problem>('/api/problems', body)
export const listProblems = (query: Filters) => http.get<Page<ProblemLine>>('/api/problems', query)
export const getProblem = (id: string) => http.get<Problem>(`/api/problems/${id}`)
export const actOnProblem = (id: string, verb: string, body: unknown) => http.post<Problem>(`/api/problems/${id}/${verb}`, body)

export type UpwardReport = Answer<'getUpwardReport'>
export type UpwardReportLine = LineOf<'listUpwardReports'>
export const reportUpward = (body: unknown) => http.post<UpwardReport>('/api/upward-reports', body)
export const listUpwardReports = (query: Filters) => http.get<Page<UpwardReportLine>>('/api/upward-reports', query)
export const getUpwardReport = (id: string) => http.get<UpwardReport>(`/api/upward-reports/${id}`)
export const answerReport = (id: string, body: unknown) => http.post<UpwardReport>(`/api/upward-reports/${id}/answer`, body)
export const upwardReportLetterUrl = (id: string, format: string) => urlOf(`/api/upward-reports/${id}/letter`, { format })
export const listCommandContacts = () => http.get<Answer<'listCommandContacts'>>('/api/command-contacts')
export const addCommandContact = (body: unknown) => http.post<Answer<'listCommandContacts'>>('/api/command-contacts', body)
export const removeCommandContact = (id: string, body: unknown) => http.post<Answer<'listCommandContacts'>>(`/api/command-contacts/${id}/removal`, body)

export type AreaReport = Answer<'getAreaReport'>
export const getAreaReport = (matter: string) => http.get<AreaReport>(`/api/matters/${matter}/area-report`)
export const markForArea = (matter: string, body: unknown) => http.post<AreaReport>(`/api/matters/${matter}/area-mark`, body)
export const withdrawAreaMark = (matter: string, body: unknown) => http.post<AreaReport>(`/api/matters/${matter}/area-mark/withdrawal`, body)
export const reportToArea = (matter: string, body: unknown) => http.post<AreaReport>(`/api/matters/${matter}/area-report`, body)

export const listItemProvisions = (query: Filters) => http.get<Answer<'listItemProvisions'>>('/api/item-provisions', query)
export const provideForItem = (code: string, body: unknown) => http.post<Answer<'listItemProvisions'>>(`/api/powers/${code}/provisions`, body)

export type GuidanceEntry = Answer<'getGuidance'>
export type GuidanceKinds = Answer<'listGuidanceKinds'>
export const listGuidanceKinds = () => http.get<GuidanceKinds>('/api/guidance/kinds')
export const draftGuidance = (body: unknown) => http.post<GuidanceEntry>('/api/guidance', body)
export const listGuidance = (query: Filters) => http.get<Page<LineOf<'listGuidance'>>>('/api/guidance', query)
export const getGuidance = (id: string) => http.get<GuidanceEntry>(`/api/guidance/${id}`)
export const actOnGuidance = (id: string, verb: string, body: unknown) => http.post<GuidanceEntry>(`/api/guidance/${id}/${verb}`, body)
