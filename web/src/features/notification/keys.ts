export const notificationKeys = {
  all: ['notifications'] as const,
  unread: () => [...notificationKeys.all, 'unread'] as const,
  list: (filters: Record<string, string>) => [...notificationKeys.all, 'list', filters] as const,
}
