/** What is asked of endpoints with every order or delivery, prepared once. */
import { sql } from 'kysely'
import { prepared } from '../prepared.ts'
import type { DisabledReason } from './table.ts'

/** Those that are told, by number. */
export const enabledEndpoints = prepared<{ shopId: number }>()((db, arg) =>
  db
    .selectFrom('endpoints')
    .select(['number', 'url', 'types'])
    .where('shop_id', '=', arg('shopId'))
    .where('disabled_reason', 'is', null)
    .orderBy('number'),
)

export const endpointAt = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('endpoints').selectAll().where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)

export const setHealth = prepared<{
  shopId: number
  number: number
  failingSince: number | null
  warnings: number
  warnedAt: number | null
}>()((db, arg) =>
  db
    .updateTable('endpoints')
    .set({ failing_since: arg('failingSince'), warnings: arg('warnings'), warned_at: arg('warnedAt') })
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number')),
)

export const disable = prepared<{ shopId: number; number: number; reason: DisabledReason; now: number }>()((db, arg) =>
  db
    .updateTable('endpoints')
    .set({ disabled_reason: arg('reason'), disabled_at: arg('now') })
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number')),
)

/** Those to which something is on its way, one after the other; some may be gone. */
export const endpointsWithPending = prepared<{ shopId: number; endpoint: number }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select('endpoint')
    .where('shop_id', '=', arg('shopId'))
    .where('endpoint', '>', arg('endpoint'))
    // Written out: only so does the index of pending ones count.
    .where('state', '=', sql.lit('pending'))
    .orderBy('endpoint')
    .limit(1),
)

export const redeliveringEndpoint = prepared<{ shopId: number }>()((db, arg) =>
  db
    .selectFrom('endpoints')
    .selectAll()
    .where('shop_id', '=', arg('shopId'))
    .where('redeliver_before', 'is not', null)
    .orderBy('number')
    .limit(1),
)

export const setRedelivery = prepared<{
  shopId: number
  number: number
  after: number | null
  before: number | null
}>()((db, arg) =>
  db
    .updateTable('endpoints')
    .set({ redeliver_after: arg('after'), redeliver_before: arg('before') })
    .where('shop_id', '=', arg('shopId'))
    .where('number', '=', arg('number')),
)
