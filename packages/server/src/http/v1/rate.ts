/** How many calls a token may make from an address, in this process; and how many guesses an address may. */
import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Problem } from '../../operations/problems.ts'

export interface Rate {
  /** Counts a call. Gives the headers that tell what is left; throws Problem `rateLimited`. */
  spend(name: string): Promise<Readonly<Record<string, string>>>
  /** Throws Problem `rateLimited` where the address has guessed too often. */
  checkGuesses(address: string): Promise<void>
  /** Counts a token that is none. */
  wrongToken(address: string): Promise<void>
}

/** What a wrong token costs, in calls. */
const wrongTokenCost = 60
const windowSeconds = 60

/** `callsPerMinute` 0: no limit. */
export function createRate({ callsPerMinute }: { readonly callsPerMinute: number }): Rate {
  const calls = new RateLimiterMemory({ points: callsPerMinute, duration: windowSeconds })
  const guesses = new RateLimiterMemory({ points: callsPerMinute, duration: windowSeconds })

  return {
    async spend(name) {
      if (callsPerMinute === 0) return {}
      const { consumedPoints, msBeforeNext } = await calls.penalty(name, 1)
      const seconds = Math.ceil(msBeforeNext / 1_000)
      const headers = headersOf(callsPerMinute, Math.max(0, callsPerMinute - consumedPoints), seconds)
      if (consumedPoints > callsPerMinute) throw tooMany(seconds, headers)
      return headers
    },
    async checkGuesses(address) {
      if (callsPerMinute === 0) return
      const spent = await guesses.get(address)
      if (spent !== null && spent.consumedPoints >= callsPerMinute) throw tooMany(Math.ceil(spent.msBeforeNext / 1_000))
    },
    async wrongToken(address) {
      if (callsPerMinute > 0) await guesses.penalty(address, wrongTokenCost)
    },
  }
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
function headersOf(quota: number, remaining: number, seconds: number): Record<string, string> {
  return {
    'ratelimit-policy': `"calls";q=${quota};w=${windowSeconds}`,
    ratelimit: `"calls";r=${remaining};t=${seconds}`,
  }
}

function tooMany(seconds: number, headers: Readonly<Record<string, string>> = {}): Problem {
  return new Problem('rateLimited', {
    detail: `Try again in ${seconds} s.`,
    headers: { ...headers, 'retry-after': `${seconds}` },
  })
}
