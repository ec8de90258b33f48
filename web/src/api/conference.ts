// The operations on meetings, resolutions and periodic duties, named by their operation ids. What the server
// sends is read as its own description says.
import type { Answer, LineOf } from './answers'
import { http, urlOf } from './client'
import type { Page } from './types/common'

type Filters = Record<string, string | null | undefined>

export type Meeting = Answer<'getMeeting'>
export type MeetingLine = LineOf<'listMeetings'>
export type MeetingSeries = Answer<'listMeetingSeries'>[number]
export type Resolution = Answer<'getResolution'>
export type PeriodicDuty = Answer<'listPeriodicDuties'>[number]
export const listMeetingSeries = () => http.get<MeetingSeries[]>('/api/meeting-series')
export const proposeMeeting = (query: { series: string[]; township?: string | null }) => http.get<Answer<'proposeMeeting'>>('/api/meetings/proposal', query)
export const callMeeting = (body: unknown) => http.post<{ id: string }>('/api/meetings', body)
export const listMeetings = (query: Filters) => http.get<Page<MeetingLine>>('/api/meetings', query)
export const listMeetingsBetween = (from: string, to: string) => http.get<MeetingLine[]>('/api/meetings/calendar', { from, to })
export const getMeeting = (id: string) => http.get<Meeting>(`/api/meetings/${id}`)
export const meetingCalendarUrl = (id: string) => urlOf(`/api/meetings/${id}/calendar`)
export const actOnMeeting = (id: string, verb: string, body: unknown) => http.post<unknown>(`/api/meetings/${id}/${verb}`, body)
export const listResolutions = () => http.get<Answer<'listResolutions'>>('/api/resolutions')
export const getResolution = (id: string) => http.get<Resolution>(`/api/resolutions/${id}`)
export const actOnResolution = (id: string, verb: string, body: unknown) => http.post<Resolution>(`/api/resolutions/${id}/${verb}`, body)
export const makeCalendarFeed = () => http.post<Answer<'makeCalendarFeed'>>('/api/calendar-feeds')
export const listCalendarFeeds = () => http.get<Answer<'listCalendarFeeds'>>('/api/calendar-feeds')
export const revokeCalendarFeed = (id: string) => http.delete(`/api/calendar-feeds/${id}`)
export const minutesUrl = (id: string, format: string) => urlOf(`/api/meetings/${id}/minutes`, { format })
export const listPeriodicDuties = () => http.get<PeriodicDuty[]>('/api/periodic-duties')
export const setPeriod = (rule: string, body: unknown) => http.put<unknown>(`/api/periodic-duties/${rule}/period`, body)
export const listConsultationMatters = () => http.get<Answer<'listConsultationMatters'>>('/api/consultation-matters')
export const agreeConsultationMatters = (body: unknown) => http.post<Answer<'agreeConsultationMatters'>>('/api/consultation-matters', body)
export const listMeetingContacts = (part: string) => http.get<Answer<'listMeetingContacts'>>(`/api/meeting-contacts/${part}`)
export const nameMeetingContact = (part: string, body: unknown) => http.put<unknown>(`/api/meeting-contacts/${part}`, body)
