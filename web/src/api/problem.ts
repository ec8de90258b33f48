import type { Refusal } from './types/common'

/** What went wrong with a request, as the server said it (RFC 9457) or as the network failed. */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 if there was no answer at all */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly refusals: Refusal[] = [],
    readonly trace: string | null = null,
  ) {
    super(message)
    this.name = 'Problem'
  }

  get isRefused(): boolean {
    return this.refusals.length > 0 || this.status === 403
  }

  get isUnreachable(): boolean {
    return this.status === 0
  }

  get isSignedOut(): boolean {
    return this.status === 401
  }
}

interface ProblemBody {
  title?: string
  detail?: string
  code?: string
  trace?: string
  refusals?: Partial<Refusal>[]
}

export async function problemOf(response: Response): Promise<Problem> {
  let body: ProblemBody = {}
  try {
    body = (await response.json()) as ProblemBody
  } catch {
    // not JSON: a proxy or a crash answered; the status says all there is
  }
  const refusals = (body.refusals ?? []).map((r) => ({
    code: r.code ?? 'unknown',
    message: r.message ?? '',
    details: r.details ?? {},
    grounds: r.grounds ?? [],
  }))
  const code = body.code ?? refusals[0]?.code ?? `http.${response.status}`
  return new Problem(response.status, code, body.detail ?? body.title ?? response.statusText, refusals, body.trace ?? null)
}

export function asProblem(fault: unknown): Problem {
  if (fault instanceof Problem) return fault
  return new Problem(0, 'client.fault', fault instanceof Error ? fault.message : String(fault))
}
