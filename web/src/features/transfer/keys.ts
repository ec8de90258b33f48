export const transferKeys = {
  all: ['transfers'] as const,
  list: (filters: Record<string, string>) => [...transferKeys.all, 'list', filters] as const,
  one: (id: string) => [...transferKeys.all, id] as const,
}
