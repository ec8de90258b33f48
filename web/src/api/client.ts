import { Problem, problemOf } from './problem'

export type Query = Record<string, string | number | boolean | null | undefined | (string | number)[]>

interface Options {
  query?: Query
  body?: unknown
  /** the same key sent twice has one effect; a new one is made where none is given */
  idempotencyKey?: string
  signal?: AbortSignal
}

let offset = 0
let onSignedOut: () => void = () => {}
let language = 'zh-CN'

/** The time at the server, as well as its last answer told it: a phone's own clock may be wrong. */
export function now(): number {
  return Date.now() + offset
}

export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener
}

export function speak(locale: string): void {
  language = locale
}

export function newKey(): string {
  // randomUUID is there only on https and localhost
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('')
}

export function urlOf(path: string, query: Query = {}): string {
  const url = new URL(path, location.origin)
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one))
  }
  return url.toString()
}

function xsrf(): string | null {
  const found = /(?:^|; )XSRF-TOKEN=([^;]*)/.exec(document.cookie)
  return found?.[1] ? decodeURIComponent(found[1]) : null
}

function spoken(): Headers {
  return new Headers({ Accept: 'application/json, application/problem+json', 'Accept-Language': language })
}

/** What every change carries: the guard's token, and a key by which the same one is known again. */
function signed(headers: Headers, method: string, idempotencyKey?: string): void {
  const token = xsrf()
  if (token) headers.set('X-XSRF-TOKEN', token)
  if (method === 'POST') headers.set('Idempotency-Key', idempotencyKey ?? newKey())
}

export async function request(method: string, path: string, options: Options = {}): Promise<Response> {
  const headers = spoken()
  let body: BodyInit | undefined
  if (options.body instanceof FormData) body = options.body
  else if (options.body !== undefined) {
    headers.set('Content-Type', typeof options.body === 'string' ? 'text/plain;charset=UTF-8' : 'application/json')
    body = typeof options.body === 'string' ? options.body : JSON.stringify(options.body)
  }
  if (method !== 'GET') signed(headers, method, options.idempotencyKey)
  let response: Response
  try {
    response = await fetch(urlOf(path, options.query), { method, headers, body, signal: options.signal, credentials: 'same-origin' })
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault
    throw new Problem(0, 'client.unreachable', fault instanceof Error ? fault.message : String(fault))
  }
  const date = response.headers.get('Date')
  if (date) {
    const difference = Date.parse(date) - Date.now()
    if (Math.abs(difference) > 60_000) offset = difference
  }
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.isSignedOut && !path.startsWith('/api/session')) onSignedOut()
  throw problem
}

async function read<T>(response: Response): Promise<T> {
  const text = await response.text()
  return (text === '' ? undefined : JSON.parse(text)) as T
}

export const http = {
  get: async <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> => read<T>(await request('GET', path, { query, signal })),
  post: async <T>(path: string, body: unknown = {}, options: Omit<Options, 'body'> = {}): Promise<T> =>
    read<T>(await request('POST', path, { ...options, body })),
  put: async <T>(path: string, body: unknown = {}): Promise<T> => read<T>(await request('PUT', path, { body })),
  delete: async (path: string): Promise<void> => {
    await request('DELETE', path)
  },
}

/** Sends a form with files and tells how much of it has gone, which fetch cannot. */
export function upload<T>(path: string, form: FormData, options: { idempotencyKey?: string; onProgress?: (share: number) => void } = {}): Promise<T> {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest()
    asked.open('POST', urlOf(path))
    const headers = spoken()
    signed(headers, 'POST', options.idempotencyKey)
    headers.forEach((value, name) => asked.setRequestHeader(name, value))
    asked.timeout = 180_000
    asked.upload.onprogress = (e) => {
      if (e.lengthComputable) options.onProgress?.(e.loaded / e.total)
    }
    asked.onerror = asked.ontimeout = asked.onabort = () => reject(new Problem(0, 'client.unreachable', 'The upload did not arrive.'))
    asked.onload = () => {
      if (asked.status >= 200 && asked.status < 300) resolve(JSON.parse(asked.responseText) as T)
      else problemOf(new Response(asked.responseText, { status: asked.status >= 200 ? asked.status : 500 })).then(reject, reject)
    }
    asked.send(form)
  })
}
