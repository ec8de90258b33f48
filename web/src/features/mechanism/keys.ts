export const mechanismKeys = {
  all: ['mechanisms'] as const,
  list: () => [...mechanismKeys.all, 'list'] as const,
  vocabulary: () => [...mechanismKeys.all, 'vocabulary'] as const,
  one: (county: string, version: string) => [...mechanismKeys.all, county, version] as const,
  versions: (county: string) => [...mechanismKeys.all, county, 'versions'] as const,
  comparison: (left: string, right: string) => [...mechanismKeys.all, 'comparison', left, right] as const,
}
