import { onScopeDispose, ref, shallowReactive, shallowRef, watch } from 'vue'
import { newKey } from '@/api/client'
import type { Problem } from '@/api/problem'
import { reportViolation, uploadPublicPhoto } from '@/api/public'
import type { ReportInput } from '@/api/types/public'
import { deliver, pauseAfter, type Outcome, type Parcel, type Photo } from './outbox'
import { discard, shelve, unshelve } from './shelf'

/** A report as it is being told, with what its sending needs to remember. */
export interface ReportDraft extends Parcel {
  service: { code: string; name: string } | null
  point: { lng: number; lat: number } | null
  address: string
  division: string
  /** a report nearby that this one is about: what it is called where it has a name, and what was said of it */
  nearbyOf: { ref: string | null; words: string } | null
  /** whether the question about reports nearby was answered for this place */
  asked: boolean
  description: string
  at: string
  anonymous: boolean | null
  name: string
  phone: string
  /** told to go: sent as soon as there is a line */
  going: boolean
  /** the receipt, until the person says that the code is written down */
  code: string | null
}

const blank = (): ReportDraft => ({
  service: null, point: null, address: '', division: '', nearbyOf: null, asked: false, description: '', at: '', anonymous: null, name: '', phone: '', photos: [], sealed: null, going: false, code: null,
})
const orNull = (text: string) => text.trim() || null

export function bodyOf(draft: ReportDraft, photos: string[]): ReportInput {
  const named = draft.anonymous === false
  return {
    service: draft.service?.code ?? null,
    // whoever handles it reads that the reporter takes it for the same as another
    description: [draft.description.trim(), draft.nearbyOf?.words].filter(Boolean).join('\n'),
    division: orNull(draft.division),
    address: orNull(draft.address),
    lng: draft.point?.lng ?? null,
    lat: draft.point?.lat ?? null,
    photos,
    at: draft.at ? new Date(draft.at).toISOString() : null,
    anonymous: !named,
    // what was typed before anonymity was chosen does not leave the device
    name: named ? orNull(draft.name) : null,
    phone: named ? orNull(draft.phone) : null,
    nearbyOf: draft.nearbyOf?.ref ?? null,
  }
}

/**
 * A report that survives: kept on this device as it is typed, photos included; sent once, now or when
 * the line is back, even if the page was closed in between.
 */
export function useReport(options: { county: string }) {
  const shelf = `report.${options.county}`
  const draft = shallowReactive(blank())
  const ready = ref(false)
  const restored = ref(false)
  const allKept = ref(true)
  const state = ref<'telling' | 'sending' | 'waiting' | 'refused' | 'sent'>('telling')
  const problem = shallowRef<Problem | null>(null)
  const badPhoto = ref<string | null>(null)
  /** how much of each photo has gone, from 0 to 1, by its key */
  const progress = shallowReactive<Record<string, number>>({})
  let tries = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let saving: ReturnType<typeof setTimeout> | undefined
  let over = false

  const snapshot = (): ReportDraft => ({ ...draft, photos: draft.photos.map((p) => ({ ...p })) })
  const isBlank = () => JSON.stringify({ ...snapshot(), asked: false }) === JSON.stringify(blank())
  async function keep() {
    clearTimeout(saving)
    if (over) return
    if (isBlank()) await discard(shelf)
    else allKept.value = await shelve(shelf, snapshot())
  }
  const stop = watch(draft, () => {
    clearTimeout(saving)
    saving = setTimeout(() => void keep(), 400)
  })
  // a phone may put the page away at any moment
  const away = () => {
    if (document.visibilityState === 'hidden') void keep()
  }

  function upload(photo: Photo): Promise<{ id: string }> {
    progress[photo.key] = 0
    return uploadPublicPhoto(options.county, photo, (share) => (progress[photo.key] = share))
  }

  /** Takes photos in, and sends them ahead while the person is still writing. */
  async function take(files: Iterable<File>, most: number) {
    const room = Math.max(0, most - draft.photos.length)
    const taken = [...files].slice(0, room).map((file): Photo => ({ key: newKey(), name: file.name, file, id: null }))
    draft.photos = [...draft.photos, ...taken]
    await keep()
    for (const photo of taken) await ahead(photo)
  }
  /** An upload before its report: a failure now is no news, it goes again with the report. */
  async function ahead(photo: Photo) {
    if (photo.id || !navigator.onLine || state.value !== 'telling') return
    try {
      const { id } = await upload(photo)
      photo.id = id
      draft.photos = [...draft.photos]
    } catch {
      Reflect.deleteProperty(progress, photo.key)
    }
  }
  function drop(photo: Photo) {
    draft.photos = draft.photos.filter((p) => p.key !== photo.key)
    if (badPhoto.value === photo.key) {
      badPhoto.value = null
      problem.value = null
    }
  }

  async function send(): Promise<void> {
    if (state.value === 'sending' || draft.code) return
    clearTimeout(again)
    draft.going = true
    state.value = 'sending'
    problem.value = null
    badPhoto.value = null
    const outcome = await deliver(draft, { body: (photos) => bodyOf(draft, photos), upload, send: (body, key) => reportViolation(options.county, body, key), keep })
    await became(outcome)
  }
  async function became(outcome: Outcome) {
    if (outcome.kind === 'sent') {
      Object.assign(draft, blank(), { code: outcome.code })
      state.value = 'sent'
      await keep()
      return
    }
    problem.value = outcome.problem
    if (outcome.kind === 'refused') {
      draft.going = false
      badPhoto.value = outcome.photo?.key ?? null
      state.value = 'refused'
    } else {
      state.value = 'waiting'
      if (!over) again = setTimeout(() => void send(), pauseAfter(tries++))
    }
  }
  const back = () => {
    if (state.value === 'waiting') void send()
  }

  async function open() {
    const kept = await unshelve<ReportDraft>(shelf)
    if (kept) {
      Object.assign(draft, blank(), kept)
      restored.value = !kept.code && !kept.going
    }
    ready.value = true
    if (draft.code) state.value = 'sent'
    else if (draft.going) await send()
  }
  /** The code is written down, or the draft is thrown away: the next report begins blank. */
  async function finish() {
    Object.assign(draft, blank())
    for (const key of Object.keys(progress)) Reflect.deleteProperty(progress, key)
    state.value = 'telling'
    problem.value = null
    restored.value = false
    await discard(shelf)
  }
  /** Back to telling, after a refusal. */
  function amend() {
    if (state.value === 'refused') state.value = 'telling'
  }

  addEventListener('online', back)
  document.addEventListener('visibilitychange', away)
  onScopeDispose(() => {
    void keep()
    over = true
    stop()
    clearTimeout(again)
    clearTimeout(saving)
    removeEventListener('online', back)
    document.removeEventListener('visibilitychange', away)
  })

  return { draft, ready, restored, allKept, state, problem, badPhoto, progress, open, take, drop, send, amend, finish }
}
