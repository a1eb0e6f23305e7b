/** How many notifications are on their way, over all shops: for whoever looks after the installation. */
import { sql } from 'kysely'
import type { Database } from './database.ts'
import { prepared } from './prepared.ts'

/** More shops than have something on its way at once, unless receivers fail in masses: then the number is large enough. */
const mostShops = 200

/** Looks at no more than about `most` rows, and only at those of shops that have something to do. */
export async function pendingDeliveries(database: Database, most: number): Promise<number> {
  let count = 0
  for (const { shopId } of await database.all(shopsWithDeliveries, { limit: mostShops })) {
    if (count >= most) break
    const row = await database.get(pendingOf, { shopId, limit: most - count })
    count += row?.count ?? 0
  }
  return count
}

/** A shop has such a job as long as it has something to deliver. */
const shopsWithDeliveries = prepared<{ limit: number }>()((db, arg) =>
  db.selectFrom('jobs').select('shop_id as shopId').where('kind', '=', sql.lit('deliveries')).limit(arg('limit')),
)

/** By the index of those that are pending. */
const pendingOf = prepared<{ shopId: number; limit: number }>()((db, arg) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('deliveries')
        .select('event')
        .where('shop_id', '=', arg('shopId'))
        .where('state', '=', sql.lit('pending'))
        .limit(arg('limit'))
        .as('pending'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count')),
)
