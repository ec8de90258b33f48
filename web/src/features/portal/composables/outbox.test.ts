import { describe, expect, it, vi } from 'vitest'
import { Problem } from '@/api/problem'
import type { ReportInput } from '@/api/types/public'
import { deliver, pauseAfter, type Parcel, type Photo, type Post } from './outbox'

const LOST = new Problem(0, 'client.unreachable', 'lost')
const REFUSED = new Problem(422, 'portal.no-place', 'refused', [{ code: 'portal.no-place', message: 'Say where.', details: {}, grounds: [] }])
const photo = (key: string): Photo => ({ key, name: `${key}.jpg`, file: new Blob([key]), id: null })

/** A server that remembers keys, behind a line that does as it is told. */
function at(options: { lose?: ('before' | 'after' | 'not')[]; refuse?: Problem; words?: string } = {}) {
  const reports = new Map<string, ReportInput>()
  const keys: string[] = []
  const lose = [...(options.lose ?? [])]
  const kept: (string | null)[] = []
  const parcel: Parcel = { photos: [], sealed: null }
  const say = { words: options.words ?? '占道经营' }
  const post: Post = {
    body: (photos) => ({ description: say.words, photos }) as ReportInput,
    upload: vi.fn(async (p: Photo) => ({ id: `id-${p.key}` })),
    send: async (body, key) => {
      keys.push(key)
      const line = lose.shift() ?? 'not'
      if (line === 'before') throw LOST
      if (options.refuse) throw options.refuse
      if (!reports.has(key)) reports.set(key, body)
      if (line === 'after') throw LOST
      return { code: 'C1' }
    },
    keep: async () => void kept.push(parcel.sealed?.key ?? null),
  }
  return { reports, keys, kept, parcel, post, say }
}

describe('a report on its way', () => {
  it('arrives once although the answer was lost twice', async () => {
    const { parcel, post, reports, keys } = at({ lose: ['after', 'before'] })

    const outcomes = [await deliver(parcel, post), await deliver(parcel, post), await deliver(parcel, post)].map((o) => o.kind)

    expect(outcomes).toEqual(['waiting', 'waiting', 'sent'])
    expect(reports.size).toBe(1)
    expect(new Set(keys).size).toBe(1)
  })

  it('is written down before it leaves', async () => {
    const { parcel, post, kept, keys } = at({ lose: ['before'] })

    await deliver(parcel, post)

    expect(kept).toEqual(keys)
  })

  it('goes again word for word, whatever was typed meanwhile', async () => {
    const { parcel, post, reports, say } = at({ lose: ['after'] })

    await deliver(parcel, post)
    say.words = '另外的话'
    await deliver(parcel, post)

    expect([...reports.values()].map((r) => r.description)).toEqual(['占道经营'])
  })

  it('may be changed and is a new one once it was refused', async () => {
    const { parcel, post, keys } = at({ refuse: REFUSED })

    expect((await deliver(parcel, post)).kind).toBe('refused')
    expect(parcel.sealed).toBeNull()
    await deliver(parcel, post)

    expect(new Set(keys).size).toBe(2)
  })

  it('waits, as it is, where too many came at once or the server fails', async () => {
    for (const status of [429, 500, 503]) {
      const { parcel, post } = at({ refuse: new Problem(status, 'portal.too-many', 'wait') })

      expect((await deliver(parcel, post)).kind).toBe('waiting')
      expect(parcel.sealed).not.toBeNull()
    }
  })

  it('uploads each photo once', async () => {
    const { parcel, post, reports } = at({ lose: ['before'] })
    parcel.photos = [photo('a'), photo('b')]

    await deliver(parcel, post)
    await deliver(parcel, post)

    expect(post.upload).toHaveBeenCalledTimes(2)
    expect([...reports.values()][0]?.photos).toEqual(['id-a', 'id-b'])
  })

  it('names the photo that was not taken', async () => {
    const { parcel, post, keys } = at()
    parcel.photos = [photo('a'), photo('b')]
    post.upload = async (p) => {
      if (p.key === 'b') throw new Problem(422, 'document.type-not-allowed', 'no')
      return { id: p.key }
    }

    const outcome = await deliver(parcel, post)

    expect(outcome.kind === 'refused' && outcome.photo?.key).toBe('b')
    expect(keys).toEqual([])
  })

  it('tries again at once where only the guard’s token was stale', async () => {
    const { parcel, post } = at()
    const send = post.send
    let first = true
    post.send = async (body, key) => {
      if (first) {
        first = false
        throw new Problem(403, 'identity.no-csrf-token', 'stale')
      }
      return send(body, key)
    }

    expect((await deliver(parcel, post)).kind).toBe('sent')
  })

  it('is tried soon, then once a minute', () => {
    expect([0, 1, 9].map(pauseAfter)).toEqual([4_000, 8_000, 60_000])
  })
})
