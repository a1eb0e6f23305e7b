/** When somebody is warned of an endpoint that does not answer, and when it is given up. */

const dayMs = 86_400_000

/** Since its last success, or since it is there. */
const warnAfterMs = [dayMs, 4 * dayMs]
const disableAfterMs = 5 * dayMs
/** Between the last warning and the end, where attempts are so seldom that the warnings come late. */
const leastNoticeMs = dayMs

export interface EndpointHealth {
  /** Since when every attempt has failed, in Unix milliseconds; null: the last one did not. */
  readonly failingSince: number | null
  /** How often somebody was warned since then. */
  readonly warnings: number
  /** When they were warned last, in Unix milliseconds; null: they were not. */
  readonly warnedAt: number | null
}

export const healthy: EndpointHealth = { failingSince: null, warnings: 0, warnedAt: null }

export interface Verdict {
  readonly health: EndpointHealth
  readonly step: 'none' | 'warn' | 'disable'
}

/** After an attempt that failed at this time. Nothing is disabled of which nobody was warned a day before. */
export function afterFailure(health: EndpointHealth, at: number): Verdict {
  const { failingSince, warnings, warnedAt } = health
  if (failingSince === null) return { health: { failingSince: at, warnings: 0, warnedAt: null }, step: 'none' }
  const failingMs = at - failingSince
  const warnAt = warnAfterMs[warnings]
  if (warnAt !== undefined) {
    if (failingMs < warnAt) return { health, step: 'none' }
    return { health: { failingSince, warnings: warnings + 1, warnedAt: at }, step: 'warn' }
  }
  const isOver = failingMs >= disableAfterMs && at - (warnedAt ?? failingSince) >= leastNoticeMs
  return { health, step: isOver ? 'disable' : 'none' }
}
