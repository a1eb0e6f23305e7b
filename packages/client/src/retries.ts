/** Tries again what failed and may be repeated: when, how often, and when not. */
import { ConnectionError, HttpError, ProblemError, TimeoutError } from './errors.ts'
import { saysLater } from './send.ts'

export interface Persistence {
  /** How often it is tried again. */
  readonly retries: number
  readonly signal: AbortSignal | undefined
}

const firstPauseMs = 250
const longestPauseMs = 8_000
/** A server's own wish is followed for so long; a quota of minutes is given back within one. */
const longestWishMs = 60_000

export async function withRetries<Result>(
  { retries, signal }: Persistence,
  attempt: () => Promise<Result>,
): Promise<Result> {
  for (let made = 1; ; made++) {
    try {
      return await attempt()
    } catch (error) {
      const pauseMs = made > retries ? undefined : pauseAfter(error, made, Math.random())
      if (pauseMs === undefined) throw error
      await pause(pauseMs, signal)
    }
  }
}

/** In milliseconds; undefined where another attempt would not help. `random` is from 0 up to 1. */
export function pauseAfter(error: unknown, made: number, random: number): number | undefined {
  if (!isPassing(error)) return undefined
  const wish = error instanceof HttpError ? error.retryAfterMs : undefined
  if (wish !== undefined) return wish <= longestWishMs ? wish : undefined
  const longest = Math.min(firstPauseMs * 2 ** (made - 1), longestPauseMs)
  return Math.round((longest * (1 + random)) / 2)
}

function isPassing(error: unknown): boolean {
  if (error instanceof ConnectionError || error instanceof TimeoutError) return true
  // Another attempt of the same call is still under way.
  if (error instanceof ProblemError && error.reason === 'request-in-progress') return true
  return error instanceof HttpError && saysLater(error.status)
}

async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted()
  await new Promise<void>((resolve) => {
    const timer = setTimeout(end, milliseconds)
    function end(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', end)
      resolve()
    }
    signal?.addEventListener('abort', end)
  })
  signal?.throwIfAborted()
}
