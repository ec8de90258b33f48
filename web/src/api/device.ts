// The operations on devices and what they send, named by their operation ids.
import { http, urlOf } from './client'
import type { Page } from './types/common'
import type { Device, DeviceInput, DeviceLead, DeviceLeadLine } from './types/device'

export const listDevices = () => http.get<Device[]>('/api/devices')
export const registerDevice = (body: DeviceInput) => http.post<{ id: string }>('/api/devices', body)
export const issueDeviceKey = (id: string, body: { version: number }) => http.post<{ key: string }>(`/api/devices/${id}/key`, body)
export const actOnDevice = (id: string, verb: string, body: unknown) => http.post<Device>(`/api/devices/${id}/${verb}`, body)
export const listDeviceLeads = (query: Record<string, string | null | undefined>) => http.get<Page<DeviceLeadLine>>('/api/device-leads', query)
export const getDeviceLead = (matter: string) => http.get<DeviceLead>(`/api/device-leads/${matter}`)
export const actOnDeviceLead = (matter: string, verb: string, body: unknown) => http.post<unknown>(`/api/device-leads/${matter}/${verb}`, body)
export const pictureUrl = (attachment: string) => urlOf(`/api/attachments/${attachment}`)
