/** The handle by which one actor reads and changes one shop's data, on the database or inside a transaction. */
import type { Actor } from '../rules/actor.ts'
import { couponsOf } from './coupons.ts'
import type { Database } from './database.ts'
import { deliveriesOf } from './deliveries.ts'
import { idempotencyKeysOf } from './idempotency-keys.ts'
import { ordersOf } from './orders.ts'
import { partnersOf } from './partners.ts'
import { productsOf } from './products.ts'
import { retentionOf } from './retention.ts'
import type { Secrets } from './secrets.ts'
import type { ShopStore } from './store.ts'
import { tokensOf } from './tokens.ts'
import { within } from './within.ts'

export interface ShopStoreParts {
  readonly database: Database
  readonly shopId: number
  readonly actor: Actor
  readonly secrets: Secrets
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /** Called when something was committed that somebody has to be told, or that has to be done later. */
  readonly onAdded: () => void
}

export function shopStoreOf({ database, shopId, actor, secrets, clock, onAdded }: ShopStoreParts): ShopStore {
  return {
    orders: ordersOf({ database, shopId, actor, secrets, clock, onChange: onAdded }),
    products: productsOf(database, shopId),
    coupons: couponsOf(database, shopId),
    partners: partnersOf(database, shopId),
    deliveries: deliveriesOf({ database, shopId, clock, onAdded }),
    retention: retentionOf(database, shopId, clock),
    tokens: tokensOf({ database, shopId, clock }),
    idempotencyKeys: idempotencyKeysOf({ database, shopId, secrets, clock }),
    get bulkOrders() {
      return database.bulkOrders(shopId)
    },
  }
}

/** See `Store.transaction`. */
export async function inTransaction<Result>(
  parts: ShopStoreParts,
  work: (shop: ShopStore) => Promise<Result>,
): Promise<Result> {
  let hasAdded = false
  const onAdded = (): void => {
    hasAdded = true
  }
  const { database, shopId } = parts
  const result = await database.write(shopId, (transaction) =>
    work(shopStoreOf({ ...parts, database: within(database, transaction), onAdded })),
  )
  // Not before: who looks for it must find it.
  if (hasAdded) parts.onAdded()
  return result
}
