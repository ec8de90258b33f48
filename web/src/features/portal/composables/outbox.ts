import { newKey } from '@/api/client'
import { asProblem, type Problem } from '@/api/problem'
import type { ReportInput } from '@/api/types/public'

/** A photo as it lies on this device; `id` once the server has it. */
export interface Photo {
  /** known by this where its upload is tried again */
  key: string
  name: string
  file: Blob
  id: string | null
}

/** What must survive between two tries, on the device. */
export interface Parcel {
  photos: Photo[]
  /** the words and the key of a report that may already have arrived: sent again as it is, never changed */
  sealed: { key: string; body: ReportInput } | null
}

export interface Post {
  body: (photos: string[]) => ReportInput
  upload: (photo: Photo) => Promise<{ id: string }>
  send: (body: ReportInput, key: string) => Promise<{ code: string }>
  /** writes the parcel down; nothing is sent that has not been written down before */
  keep: () => Promise<void>
}

/**
 * What became of a try. After `waiting` nobody knows whether the report arrived: the same words go
 * again under the same key, so that it arrives once. After `refused` it has surely not been taken.
 */
export type Outcome = { kind: 'sent'; code: string } | { kind: 'waiting'; problem: Problem } | { kind: 'refused'; problem: Problem; photo?: Photo }

/** Too many at once says nothing about an earlier try; neither does a server that fails or is away. */
const isOpen = (problem: Problem) => problem.status === 0 || problem.status === 408 || problem.status === 429 || problem.status >= 500

async function twiceIfStale<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    // the first answer after a long while brings the guard's token: with it the same goes through
    if (asProblem(fault).code === 'identity.no-csrf-token') return work()
    throw fault
  }
}

/** Sends a report with its photos, once: photos first, then the sealed words. */
export async function deliver(parcel: Parcel, post: Post): Promise<Outcome> {
  if (!parcel.sealed) {
    for (const photo of parcel.photos) {
      if (photo.id) continue
      try {
        photo.id = (await twiceIfStale(() => post.upload(photo))).id
      } catch (fault) {
        const problem = asProblem(fault)
        return isOpen(problem) ? { kind: 'waiting', problem } : { kind: 'refused', problem, photo }
      }
      await post.keep()
    }
    parcel.sealed = { key: newKey(), body: post.body(parcel.photos.flatMap((p) => p.id ?? [])) }
    await post.keep()
  }
  const { key, body } = parcel.sealed
  try {
    return { kind: 'sent', code: (await twiceIfStale(() => post.send(body, key))).code }
  } catch (fault) {
    const problem = asProblem(fault)
    if (isOpen(problem)) return { kind: 'waiting', problem }
    parcel.sealed = null
    await post.keep()
    return { kind: 'refused', problem }
  }
}

/** Until the next try, in milliseconds: soon at first, then once a minute. */
export const pauseAfter = (tries: number): number => Math.min(60_000, 4_000 * 2 ** Math.min(tries, 4))
