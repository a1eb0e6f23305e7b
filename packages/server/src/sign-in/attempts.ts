import { RateLimiterMemory } from 'rate-limiter-flexible'

/** What the sign-in library asks before it answers: how often something was tried, in this process. */
export interface Attempts {
  /** `window` is in seconds, as is `retryAfter`. */
  consume(
    key: string,
    rule: { readonly window: number; readonly max: number },
  ): Promise<{ readonly allowed: boolean; readonly retryAfter: number | null }>
}

export function attemptsInMemory(): Attempts {
  const limiter = new RateLimiterMemory({ points: 1, duration: 60 })
  return {
    async consume(key, { window, max }) {
      const { consumedPoints, msBeforeNext } = await limiter.penalty(key, 1, { customDuration: window })
      const allowed = consumedPoints <= max
      return { allowed, retryAfter: allowed ? null : Math.ceil(msBeforeNext / 1_000) }
    },
  }
}
