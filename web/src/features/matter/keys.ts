export const matterKeys = {
  all: ['matters'] as const,
  list: (filters: Record<string, string>) => [...matterKeys.all, 'list', filters] as const,
  one: (id: string) => [...matterKeys.all, id] as const,
  ledger: (id: string) => [...matterKeys.all, id, 'ledger'] as const,
}
