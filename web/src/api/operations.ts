// One function for each operation of the server, named by its operation id.
import type { GeoJsonObject } from 'geojson'
import { http, request, urlOf } from './client'
import type { CalendarYear, LimitAnswer } from './types/calendar'
import type { Page } from './types/common'
import type { Account, DemoPerson, Role, Session } from './types/identity'
import type { LedgerEntry, Verification } from './types/ledger'
import type { Attachment, LeadInput, Matter, MatterRow } from './types/matter'
import type { ComparisonRow, MechanismCheck, MechanismListItem, MechanismVersion, MechanismView, RuleKey, Vocabulary } from './types/mechanism'
import type { Notification } from './types/notification'
import type { Obligation, Why, Workbench } from './types/obligation'
import type { Body, County, Division } from './types/organisation'
import type { Competence, Power, PowerRow } from './types/powers'
import type { Proposal, Transfer, TransferDraft, TransferRow } from './types/transfer'

type Filters = Record<string, string | null | undefined>

// identity
export const getSession = () => http.get<Session>('/api/session')
export const signIn = (body: { login: string; password: string }) => http.post<unknown>('/api/session', body)
export const signOut = () => http.delete('/api/session')
export const switchBody = (body: { body: string }) => http.put<unknown>('/api/session/body', body)
export const changePassword = (body: { current: string; next: string }) => http.put<unknown>('/api/session/password', body)
export const listDemoPeople = () => http.get<DemoPerson[]>('/api/demo/people')
export const setUp = (body: { code: string; county: string; login: string; name: string; password: string }) => http.post<unknown>('/api/setup', body)
export const listAccounts = (after?: string | null) => http.get<Page<Account>>('/api/accounts', { after })
export const openAccount = (body: { login: string; name: string; password: string; seats: { body: string; roles: Role[] }[] }) => http.post<unknown>('/api/accounts', body)
export const changeAccount = (id: string, body: { disabled?: boolean; locked?: boolean }) => http.put<unknown>(`/api/accounts/${id}`, body)

// organisation
export const listCounties = () => http.get<County[]>('/api/counties')
export const getBoundary = (county: string) => http.get<GeoJsonObject>(`/api/counties/${county}/boundary`)
export const listDivisions = () => http.get<Division[]>('/api/divisions')
export const listBodies = (query: Filters) => http.get<Body[]>('/api/bodies', query)

// calendar
export const getCalendarYear = (year: number) => http.get<CalendarYear>(`/api/calendar/${year}`)
export const importCalendarYear = (year: number, file: string) => http.post<{ year: number; version: string }>(`/api/calendar/${year}`, { file })
export const computeLimit = (query: Filters) => http.get<LimitAnswer>('/api/calendar/limit', query)

// mechanism
export const listMechanisms = () => http.get<MechanismListItem[]>('/api/mechanisms')
export const listRuleKeys = () => http.get<RuleKey[]>('/api/mechanisms/keys')
export const getVocabulary = () => http.get<Vocabulary>('/api/mechanisms/vocabulary')
export const getMechanism = (county: string, version?: string) => http.get<MechanismView>(`/api/mechanisms/${county}`, { version })
export const compareMechanisms = (left: string, right: string) => http.get<ComparisonRow[]>('/api/mechanisms/comparison', { left, right })
export const listMechanismVersions = (county: string) => http.get<MechanismVersion[]>(`/api/mechanisms/${county}/versions`)
export const checkMechanism = (county: string, file: FormData) => http.post<MechanismCheck>(`/api/mechanisms/${county}/checks`, file)
export const importMechanism = (county: string, file: FormData) => http.post<MechanismVersion>(`/api/mechanisms/${county}/versions`, file)
export const mechanismFileUrl = (county: string, version?: string) => urlOf(`/api/mechanisms/${county}/file`, { version })

// powers
export const searchPowers = (query: Filters, signal?: AbortSignal) => http.get<Page<PowerRow>>('/api/powers', query, signal)
export const listPowerDomains = () => http.get<{ name: string; items: number }[]>('/api/powers/domains')
export const getPower = (code: string, on?: string) => http.get<Power>(`/api/powers/${code}`, { on })
export const askCompetence = (query: { items: string[]; division: string; on?: string }) => http.get<Competence[]>('/api/competence', query)

// matters
export const registerLead = (lead: LeadInput, idempotencyKey: string) => http.post<{ id: string }>('/api/matters', lead, { idempotencyKey })
export const listMatters = (query: Filters) => http.get<Page<MatterRow>>('/api/matters', query)
export const getMatter = (id: string) => http.get<Matter>(`/api/matters/${id}`)
export const amendLead = (id: string, body: LeadInput & { version: number }) => http.put<unknown>(`/api/matters/${id}`, body)
export const judgeMatter = (id: string, body: unknown) => http.post<unknown>(`/api/matters/${id}/judgement`, body)
export const reviewUrgency = (id: string, verb: 'confirmation' | 'lifting', body: unknown) => http.post<unknown>(`/api/matters/${id}/urgency/${verb}`, body)
export const markUrgent = (id: string, body: unknown) => http.post<unknown>(`/api/matters/${id}/urgency`, body)
export const recordDissuasion = (id: string, body: unknown) => http.post<unknown>(`/api/matters/${id}/dissuasion`, body)
export const listLedger = (matter: string, after?: string | null) => http.get<Page<LedgerEntry>>(`/api/matters/${matter}/ledger`, { after, limit: 200 })
export const attachmentUrl = (id: string) => urlOf(`/api/attachments/${id}`)

export function uploadAttachment(file: File, kind: string): Promise<Attachment> {
  const form = new FormData()
  form.append('file', file)
  form.append('kind', kind)
  return http.post<Attachment>('/api/attachments', form)
}

// transfers
export const proposeTransfer = (matter: string, query: { kind: string; disputed: boolean; receiver: string | null }) => http.get<Proposal>(`/api/matters/${matter}/transfers/proposal`, query)
export const prepareTransfer = (matter: string, body: TransferDraft) => http.post<Transfer>(`/api/matters/${matter}/transfers`, body)
export const listTransfers = (query: Filters) => http.get<Page<TransferRow>>('/api/transfers', query)
export const getTransfer = (id: string) => http.get<Transfer>(`/api/transfers/${id}`)
export const amendTransfer = (id: string, body: TransferDraft & { version: number }) => http.put<Transfer>(`/api/transfers/${id}`, body)
export const actOnTransfer = (id: string, verb: string, body: unknown) => http.post<Transfer>(`/api/transfers/${id}/${verb}`, body)
export const transferLetterUrl = (id: string, format: 'pdf' | 'docx', paper?: string) => urlOf(`/api/transfers/${id}/letter`, { format, paper })

// handovers and notices
export const makeHandover = (matter: string, body: unknown) => http.post<unknown>(`/api/matters/${matter}/handovers`, body)
export const handoverLetterUrl = (id: string, format: string) => urlOf(`/api/handovers/${id}/letter`, { format })
export const actOnHandover = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/handovers/${id}/${verb}`, body)
export const sendNotice = (matter: string, body: unknown) => http.post<unknown>(`/api/matters/${matter}/notices`, body)
export const noticeLetterUrl = (id: string, format: string, report = false) => urlOf(`/api/notices/${id}/letter`, { format, report: report ? 'true' : null })
export const actOnNotice = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/notices/${id}/${verb}`, body)

// obligations
export const getWorkbench = (query: Filters) => http.get<Workbench>('/api/workbench', query)
export const listObligations = (query: Filters) => http.get<Page<Obligation>>('/api/obligations', query)
export const explainObligation = (id: string) => http.get<Why>(`/api/obligations/${id}`)
export const actOnObligation = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/obligations/${id}/${verb}`, body)

// notifications
export const listNotifications = (query: Filters) => http.get<Page<Notification> & { unread: number }>('/api/notifications', query)
export const readNotification = (id: string) => http.post<unknown>(`/api/notifications/${id}/reading`)
export const notificationStreamUrl = '/api/notifications/stream'

// ledger
export const verifyLedger = () => http.get<Verification>('/api/ledger/verification')
export const ledgerExportUrl = () => urlOf('/api/ledger/export')

/** A file by a link that may be refused: fetched first, so that a refusal is a sentence and not a broken download. */
export async function fetchFile(url: string): Promise<Blob> {
  const { pathname, search } = new URL(url)
  return (await request('GET', pathname + search)).blob()
}
