/** What becomes of a delivery when it was tried, and of the endpoint that it went to. */
import type { Authorship } from '../audit/write.ts'
import type { Transaction } from '../database.ts'
import { type EndpointStep, noteHealth } from '../endpoints/health.ts'
import type { DeliveryKey } from './delivery.ts'
import { attemptNoted, firstPending, letGo } from './statements.ts'

export interface Attempt {
  /** Unix milliseconds. */
  readonly at: number
  /** HTTP status; null if there was no answer. */
  readonly status: number | null
  /** Why it failed, for people; '' if it did not. */
  readonly problem: string
  /** The beginning of what was answered. */
  readonly answer: string
}

/** It was delivered, is to be tried again, or has failed for good. */
export type Result = 'delivered' | { readonly retryAt: number } | 'failed'

/** Undefined where nothing changes for an endpoint. */
export async function noteAttempt(
  tx: Transaction,
  authorship: Authorship,
  key: DeliveryKey,
  attempt: Attempt,
  then: Result,
): Promise<EndpointStep | undefined> {
  const [state, retryAt] = typeof then === 'object' ? (['pending', then.retryAt] as const) : ([then, null] as const)
  const { shopId, now } = authorship
  const noted = await tx.get(attemptNoted, { shopId, ...key, state, retryAt, ...attempt })
  if (noted === undefined) return undefined
  const { subject, origin, endpoint } = noted
  if (state !== 'pending') await letNextGo(tx, { shopId, subject, origin }, now)
  return endpoint === null ? undefined : noteHealth(tx, { ...authorship, number: endpoint }, attempt)
}

/** The receiver knows, or will never know, this event of the subject: now the one after it may follow. */
export async function letNextGo(
  tx: Transaction,
  line: { shopId: number; subject: number; origin: string },
  now: number,
): Promise<void> {
  const next = await tx.get(firstPending, line)
  if (next !== undefined) await tx.run(letGo, { ...line, event: next.event, now })
}
