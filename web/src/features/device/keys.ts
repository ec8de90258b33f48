export const deviceKeys = {
  all: ['devices'] as const,
  list: ['devices', 'list'] as const,
  leads: (filters: object) => ['devices', 'leads', filters] as const,
  lead: (matter: string) => ['devices', 'lead', matter] as const,
}
