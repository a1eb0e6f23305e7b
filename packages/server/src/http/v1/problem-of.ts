import type { Logger } from 'pino'
import { Problem } from '../../operations/problems.ts'
import { StoreUnavailable } from '../../store/errors.ts'
import type { About } from '../message.ts'

/** What is nobody's mistake but ours is told to the log, not to the caller. `found` is what is known of it. */
export function problemOf(error: unknown, found: About & { readonly id: string }, log: Logger): Problem {
  const { trail: _trail, ...call } = found
  if (error instanceof Problem) return error
  if (error instanceof StoreUnavailable) {
    log.debug({ ...call, err: error }, 'A call found no database.')
    return new Problem('unavailable', { headers: { 'retry-after': '2' } })
  }
  log.error({ ...call, err: error }, 'A call of API v1 failed.')
  return new Problem('internal')
}
