// The operations on suspected crimes, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

// referral of suspected crimes
export type Referral = Answer<'getReferral'>
export type ReferralLine = LineOf<'listReferrals'>
export const listMatterReferrals = (matter: string) => http.get<Answer<'listMatterReferrals'>>(`/api/matters/${matter}/referrals`)
export const markCrime = (matter: string, body: unknown) => http.post<Referral>(`/api/matters/${matter}/referrals`, body)
export const listReferrals = (query: Filters) => http.get<Page<ReferralLine>>('/api/referrals', query)
export const getReferral = (id: string) => http.get<Referral>(`/api/referrals/${id}`)
export const actOnReferral = (id: string, verb: string, body: unknown) => http.post<Referral>(`/api/referrals/${id}/${verb}`, body)
export const referralPaperUrl = (id: string, paper: string, format: string) => urlOf(`/api/referrals/${id}/papers/${paper}`, { format })
export type CriminalContact = LineOf<'listContacts'>
export const listPartners = () => http.get<Answer<'listPartners'>>('/api/criminal-link/partners')
export const recordContact = (body: unknown) => http.post<{ id: string }>('/api/criminal-link/contacts', body)
export const listContacts = (query: Filters) => http.get<Page<CriminalContact>>('/api/criminal-link/contacts', query)
