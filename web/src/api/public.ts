// The operations open to everybody, named by their operation ids.
import type { GeoJsonObject } from 'geojson'
import type { Answer } from './answers'
import { http, upload } from './client'
import type { County, Division } from './types/organisation'
import type { ConductInput, LocatedPlace, NearbyReport, PublicService, ReportInput, TrackedConduct, TrackedReport } from './types/public'

export const listCounties = () => http.get<County[]>('/api/counties')
export const getBoundary = (county: string) => http.get<GeoJsonObject>(`/api/counties/${county}/boundary`)
export const getPublicRoster = (county: string) => http.get<Answer<'getPublicRoster'>>(`/api/public/counties/${county}/roster`)
export const getPublicGuidance = (county: string) => http.get<Answer<'getPublicGuidance'>>(`/api/public/counties/${county}/guidance`)
export const listPublicServices = (county: string) => http.get<PublicService[]>(`/api/public/counties/${county}/services`)
export const listPublicDivisions = (county: string) => http.get<Division[]>(`/api/public/counties/${county}/divisions`)
export const findNearbyReports = (county: string, query: { lng: number; lat: number; service: string | null }) => http.get<NearbyReport[]>(`/api/public/counties/${county}/nearby`, query)
export const locatePlace = (county: string, query: { lng: number; lat: number }) => http.get<LocatedPlace>(`/api/public/counties/${county}/place`, query)
export const reportViolation = (county: string, body: ReportInput, idempotencyKey: string) => http.post<{ code: string }>(`/api/public/counties/${county}/reports`, body, { idempotencyKey })
export const trackReport = (code: string) => http.get<TrackedReport>(`/api/public/reports/${encodeURIComponent(code)}`)
export const addToReport = (code: string, body: { text: string; photos: string[] }, idempotencyKey: string) => http.post<unknown>(`/api/public/reports/${encodeURIComponent(code)}/additions`, body, { idempotencyKey })
export const rateReply = (code: string, body: { satisfied: boolean; words: string | null }) => http.post<unknown>(`/api/public/reports/${encodeURIComponent(code)}/rating`, body)
export const complainAboutConduct = (county: string, body: ConductInput, idempotencyKey: string) => http.post<{ code: string }>(`/api/public/counties/${county}/conduct-complaints`, body, { idempotencyKey })
export const trackConductComplaint = (code: string) => http.get<TrackedConduct>(`/api/public/conduct-complaints/${encodeURIComponent(code)}`)
export const rateConductReply = (code: string, body: { satisfied: boolean; words: string | null }) => http.post<unknown>(`/api/public/conduct-complaints/${encodeURIComponent(code)}/rating`, body)

export function uploadPublicPhoto(county: string, photo: { file: Blob; name: string; key: string }, onProgress: (share: number) => void): Promise<{ id: string }> {
  const form = new FormData()
  form.append('file', photo.file, photo.name)
  return upload<{ id: string }>(`/api/public/counties/${county}/photos`, form, { idempotencyKey: photo.key, onProgress })
}
