type Found = Record<string, { default: object }>

/** One tree of messages out of every file: each feature's under the feature's own name. */
export function gather(...found: Found[]): Record<string, object> {
  const all: Record<string, object> = {}
  for (const files of found)
    for (const [path, file] of Object.entries(files)) {
      const feature = /features\/([^/]+)\//.exec(path)?.[1]
      const name = feature ?? (path.includes('/shared/') ? 'shared' : (/([^/]+)\.ts$/.exec(path)?.[1] ?? path))
      all[name] = file.default
    }
  return all
}
