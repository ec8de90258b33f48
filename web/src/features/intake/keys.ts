export const complaintKeys = {
  all: ['complaints'] as const,
  list: (filters: object) => [...complaintKeys.all, 'list', filters] as const,
  one: (id: string) => [...complaintKeys.all, 'one', id] as const,
  similar: (about: object) => [...complaintKeys.all, 'similar', about] as const,
}

export const conductKeys = {
  all: ['conduct-complaints'] as const,
  list: ['conduct-complaints', 'list'] as const,
  one: (id: string) => ['conduct-complaints', 'one', id] as const,
}
