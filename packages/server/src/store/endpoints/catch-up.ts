/** What a change of an endpoint leaves to do: a little in each transaction, so that others can write meanwhile. */
import type { Database, Transaction } from '../database.ts'
import { ended, pendingTo } from '../deliveries/statements.ts'
import { endpointsWithPending, endpointAt, redeliveringEndpoint } from './statements.ts'
import { redeliverSome } from './redeliver.ts'

export interface CatchUpParts {
  readonly database: Database
  readonly shopId: number
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

/** Deliveries in a transaction. */
const atOnce = 200

/**
 * Ends what is on its way to endpoints that are disabled or gone, and makes due what is to be told again. False: it was
 * stopped before it was done.
 */
export async function catchUp(parts: CatchUpParts, signal: AbortSignal): Promise<boolean> {
  const { database, shopId, clock } = parts
  let endpoint = 0
  for (;;) {
    const next = await database.get(endpointsWithPending, { shopId, endpoint })
    const number = next?.endpoint ?? 0
    if (number === 0) break
    endpoint = number
    do {
      if (signal.aborted) return false
    } while (await database.write(shopId, (tx) => endSome(tx, shopId, number)))
  }
  do {
    if (signal.aborted) return false
  } while (await database.write(shopId, (tx) => redeliverNext(tx, shopId, clock())))
  return true
}

/** Whether there is more. What a crash leaves of it is sent to nobody either: who is told is looked up at each attempt. */
async function endSome(tx: Transaction, shopId: number, number: number): Promise<boolean> {
  const row = await tx.get(endpointAt, { shopId, number })
  if (row?.disabled_reason === null) return false
  const problem = row === undefined ? 'the endpoint was deleted' : 'the endpoint is disabled'
  const keys = await tx.all(pendingTo, { shopId, endpoint: number, limit: atOnce })
  for (const key of keys) await tx.run(ended, { shopId, ...key, problem })
  return keys.length === atOnce
}

/** Whether there may be more. */
async function redeliverNext(tx: Transaction, shopId: number, now: number): Promise<boolean> {
  const row = await tx.get(redeliveringEndpoint, { shopId })
  if (row === undefined) return false
  await redeliverSome(tx, { shopId, now }, row)
  return true
}
