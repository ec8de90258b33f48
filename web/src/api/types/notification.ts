// What somebody is told.

export interface Notification {
  id: string
  at: string
  code: string
  details: Record<string, unknown>
  link: string
  read: boolean
}
