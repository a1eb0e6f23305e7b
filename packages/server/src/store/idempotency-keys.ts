/** The answers to writes of API v1, kept so that whoever repeats a call gets the same one (`Idempotency-Key`). */
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'
import type { Secrets } from './secrets.ts'

export interface KeptAnswer {
  /** What tells one call from another: a digest of method, path and body. */
  readonly request: string
  readonly status: number
  readonly body: string
}

export interface IdempotencyKeys {
  /** Undefined where the key is new, or older than `keptMs`. */
  find(token: number, key: string): Promise<KeptAnswer | undefined>
  /** In the place of one that is older than `keptMs`. Forgets what is older of others on the way. */
  keep(token: number, key: string, answer: KeptAnswer): Promise<void>
}

const keptMs = 24 * 3_600_000

export interface IdempotencyKeysParts {
  readonly database: Database
  readonly shopId: number
  readonly secrets: Secrets
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

/** Answers may hold what is shown once (a new token), so they lie sealed. */
export function idempotencyKeysOf({ database, shopId, secrets, clock }: IdempotencyKeysParts): IdempotencyKeys {
  const owner = `shop ${shopId}`
  return {
    async find(token, key) {
      const row = await database.get(keptAnswer, { shopId, token, key, since: clock() - keptMs })
      return row && { request: row.request, status: row.status, body: secrets.open(row.answer, owner) }
    },
    async keep(token, key, { request, status, body }) {
      const at = clock()
      const answer = secrets.seal(body, owner)
      await database.write(shopId, async (transaction) => {
        await transaction.run(forgetOld, { shopId, until: at - keptMs })
        await transaction.run(insertAnswer, { shopId, token, key, request, status, answer, at })
      })
    },
  }
}

const keptAnswer = prepared<{ shopId: number; token: number; key: string; since: number }>()((db, arg) =>
  db
    .selectFrom('idempotency_keys')
    .select(['request', 'status', 'answer'])
    .where('shop_id', '=', arg('shopId'))
    .where('token', '=', arg('token'))
    .where('key', '=', arg('key'))
    .where('at', '>', arg('since')),
)

const forgetOld = prepared<{ shopId: number; until: number }>()((db, arg) =>
  db.deleteFrom('idempotency_keys').where('shop_id', '=', arg('shopId')).where('at', '<=', arg('until')),
)

const insertAnswer = prepared<{
  shopId: number
  token: number
  key: string
  request: string
  status: number
  answer: string
  at: number
}>()((db, arg) =>
  db.insertInto('idempotency_keys').values({
    shop_id: arg('shopId'),
    token: arg('token'),
    key: arg('key'),
    request: arg('request'),
    status: arg('status'),
    answer: arg('answer'),
    at: arg('at'),
  }),
)
