/** One attempt: a request goes out, and its answer comes back, or an error that says why not. */
import { withDeadline } from './deadline.ts'
import { BillkeepError, ConnectionError, HttpError } from './errors.ts'
import type { Settings } from './settings.ts'

export interface Outgoing {
  readonly url: string
  readonly method: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Blob
}

/** Reads the answer within the time that the attempt has; of a stream, which is read later, its beginning. */
export async function send<Result>(
  { fetch, timeoutMs }: Settings,
  request: Outgoing,
  { signal, isStream }: { readonly signal: AbortSignal | undefined; readonly isStream: boolean },
  read: (response: Response) => Promise<Result>,
): Promise<Result> {
  const { url, ...init } = request
  return withDeadline({ timeoutMs, signal, isKept: isStream }, async (limit) => {
    try {
      // A redirect would take the key's signature or the token to another host.
      const response = await fetch(url, { ...init, redirect: 'manual', signal: limit })
      refuseRedirect(response, url)
      return await read(response)
    } catch (error) {
      if (error instanceof BillkeepError || limit.aborted) throw error
      throw new ConnectionError(`${new URL(url).origin} did not answer: ${reasonOf(error)}`, { cause: error })
    }
  })
}

/** In milliseconds; undefined where the answer does not say. Both forms of RFC 9110. */
export function retryAfterMsIn({ headers }: Response, now = Date.now()): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? ''
  if (/^\d{1,9}$/.test(text)) return Number(text) * 1_000
  const at = Date.parse(text)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/** Whether a status says «later»: the time was over, too many calls, too busy, a gateway without its server. */
export function saysLater(status: number): boolean {
  return laterStatuses.has(status)
}

const laterStatuses: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

export function httpError(response: Response, hint = ''): HttpError {
  const { status } = response
  const message = `The server answered with HTTP ${status}.${hint === '' ? '' : ` ${hint}`}`
  return new HttpError(message, { status, retryAfterMs: retryAfterMsIn(response) })
}

/** In browsers a redirect that is not followed has the status 0. */
function refuseRedirect(response: Response, url: string): void {
  const { status, type, headers } = response
  if (type !== 'opaqueredirect' && (status < 300 || status >= 400)) return
  const to = headers.get('location')
  const where = to === null ? 'elsewhere' : `to ${to}`
  throw new HttpError(
    `${url} redirects ${where}, and is not followed: give the address that it leads to as «baseUrl».`,
    {
      status,
      retryAfterMs: undefined,
    },
  )
}

/** fetch says «fetch failed», and its cause why. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  return cause instanceof Error ? cause.message : String(cause)
}
