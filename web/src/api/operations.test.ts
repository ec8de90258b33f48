import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

interface OpenApi {
  paths: Record<string, Record<string, { operationId?: string }>>
}

const file = '../app/openapi.json'
const source = ['operations', 'letters', 'referral', 'assistance', 'incident', 'whistle', 'discipline', 'sharing', 'conference', 'intake', 'public', 'device', 'command'].map((name) => readFileSync(`src/api/${name}.ts`, 'utf8')).join('\n')

/** Every call in the files of operations: its method and path, parameters written as {}. */
function calls(): { method: string; path: string }[] {
  const found: { method: string; path: string }[] = []
  for (const [, method, path] of source.matchAll(/http\.(get|post|put|delete)(?:<.*?>)?\(\s*['`](\/api[^'`]*)['`]/g)) found.push({ method: method as string, path: plain(path as string) })
  for (const [, path] of source.matchAll(/urlOf\(['`](\/api[^'`]*)['`]/g)) found.push({ method: 'get', path: plain(path as string) })
  return found
}
const plain = (path: string) => path.replace(/\$\{[^}]*\}/g, '{}').replace(/\{\w+\}/g, '{}')

describe('the operations', () => {
  it.skipIf(!existsSync(file))('are all known to the server', () => {
    const api = JSON.parse(readFileSync(file, 'utf8')) as OpenApi
    const known = Object.entries(api.paths).flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method} ${plain(path)}`))
    // an act's verb is the last part of its path, and a parameter here
    const fits = (call: string) => known.some((k) => k === call || new RegExp(`^${call.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\}/g, '[^/]+')}$`).test(k))

    const asked = calls().map((c) => `${c.method} ${c.path}`)

    expect(asked.length).toBeGreaterThan(40)
    expect(asked.filter((call) => !fits(call))).toEqual([])
  })
})
