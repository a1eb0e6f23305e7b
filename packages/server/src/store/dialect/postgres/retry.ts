import { setTimeout as delay } from 'node:timers/promises'
import { isStale } from './named-statements.ts'

/** serialization_failure, deadlock_detected: the whole transaction may be run again. */
const retryStates = new Set(['40001', '40P01'])
/** A caller waits for thirty seconds; many that come for one shop may each be told several times. */
const longestMs = 10_000
const longestPauseMs = 200

/** Runs a transaction again where the database asks for that; then longer and longer after the others, at random. */
export async function retried<Result>(transaction: () => Promise<Result>): Promise<Result> {
  const began = performance.now()
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction()
    } catch (error) {
      if (!mayBeRetried(error) || performance.now() - began > longestMs) throw error
      await delay(Math.random() * Math.min(longestPauseMs, 2 ** attempt))
    }
  }
}

function mayBeRetried(error: unknown): boolean {
  return isStale(error) || (error instanceof Error && 'code' in error && retryStates.has(String(error.code)))
}

/** Asks once more where what asks was prepared for tables as they no longer are. */
export async function askedAgain<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask()
  } catch (error) {
    if (!isStale(error)) throw error
    return ask()
  }
}
