import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import en from './en'
import zh from './zh-CN'

function keys(tree: object, prefix = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'object' && value !== null ? keys(value, `${prefix}${name}.`) : [`${prefix}${name}`]))
}

function at(tree: object, path: string): unknown {
  return path.split('.').reduce<unknown>((node, name) => (typeof node === 'object' && node !== null ? (node as Record<string, unknown>)[name] : undefined), tree)
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) return sources(path)
    return /\.(vue|ts)$/.test(name) && !name.endsWith('.test.ts') && !path.includes('locales') ? [path] : []
  })
}

describe('the two languages', () => {
  it('have the same keys', () => {
    expect(keys(en).sort()).toEqual(keys(zh).sort())
  })

  it('leave no message empty', () => {
    for (const tree of [zh, en]) for (const key of keys(tree)) expect(at(tree, key), key).not.toBe('')
  })

  it('name the same values in each message', () => {
    const names = (message: unknown) => [...new Set(String(message).match(/\{\w+\}/g) ?? [])].sort()
    for (const key of keys(zh)) expect(names(at(en, key)), key).toEqual(names(at(zh, key)))
  })

  it('have every key that a page asks for', () => {
    const missing: string[] = []
    for (const file of sources('src')) {
      const text = readFileSync(file, 'utf8')
      for (const [, key] of text.matchAll(/\bt\('([\w.-]+)'/g)) if (typeof at(zh, key as string) !== 'string') missing.push(`${file}: ${key}`)
      for (const [, key] of text.matchAll(/(?:label|title): '([a-z]\w*(?:\.[\w-]+)+)'/g)) if (typeof at(zh, key as string) !== 'string') missing.push(`${file}: ${key}`)
    }
    expect(missing).toEqual([])
  })

  it('name every act that a page asks for', () => {
    const missing: string[] = []
    for (const file of sources('src')) for (const [, act] of readFileSync(file, 'utf8').matchAll(/\bname: '(\w+)',\s+(?:words|fields|danger):/g)) if (typeof at(zh, `acts.${act}`) !== 'string') missing.push(`${file}: ${act}`)
    expect(missing).toEqual([])
  })

  it('name every duty that a rule can set a clock for', () => {
    const missing: string[] = []
    for (const [, key, type, rest] of readFileSync('../mechanisms/keys.yaml', 'utf8').matchAll(/^(\w+): \{type: (\[[^\]]*\]|[\w-]+)([^\n]*)/gm)) {
      if (!/\b(limit|periodic)\b/.test(type as string)) continue
      if (typeof at(zh, `duties.${key}`) !== 'string') missing.push(key as string)
      const [, duty] = /duty: ([\w.-]+)/.exec(rest as string) ?? []
      if (duty?.includes('.') && typeof at(zh, `dutyParts.${duty.slice(duty.indexOf('.') + 1)}`) !== 'string') missing.push(duty)
    }
    for (const county of readdirSync('../mechanisms').filter((name) => statSync(join('../mechanisms', name)).isDirectory())) {
      for (const [, series] of readFileSync(join('../mechanisms', county, 'mechanism.yaml'), 'utf8').matchAll(/\bseries: ([\w-]+)/g)) if (typeof at(zh, `dutyParts.${series}`) !== 'string') missing.push(`${county}: ${series}`)
    }
    expect(missing).toEqual([])
  })

  it('are not mixed: the English has no Chinese', () => {
    const mixed = keys(en).filter((key) => /[\u4e00-\u9fff]/.test(String(at(en, key))))
    expect(mixed).toEqual([])
  })
})
