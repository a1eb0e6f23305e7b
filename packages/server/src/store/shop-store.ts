/** The handle by which one actor reads and changes one shop's data, on the database or inside a transaction. */
import { auditOf } from './audit.ts'
import { importNoteOf } from './audit/import.ts'
import type { NoteParts } from './audit/write.ts'
import { catalogueOf } from './catalogue.ts'
import { couponsOf } from './coupons.ts'
import type { Database } from './database.ts'
import { deliveriesOf } from './deliveries.ts'
import { endpointsOf } from './endpoints.ts'
import { eventFeedOf } from './event-feed.ts'
import { idempotencyKeysOf } from './idempotency-keys.ts'
import { ordersOf } from './orders.ts'
import { ownMembersOf } from './own-members.ts'
import { ownShopOf } from './own-shop.ts'
import { partnersOf } from './partners.ts'
import { productsOf } from './products.ts'
import { requestsOf } from './requests.ts'
import { retentionOf } from './retention.ts'
import type { Secrets } from './secrets.ts'
import type { ShopStore } from './store.ts'
import { tokensOf } from './tokens.ts'
import { within } from './within.ts'

export interface ShopStoreParts extends NoteParts {
  readonly database: Database
  readonly secrets: Secrets
  /** Called when something was committed that somebody has to be told, or that has to be done later. */
  readonly onAdded: () => void
}

export function shopStoreOf({ database, secrets, onAdded, ...by }: ShopStoreParts): ShopStore {
  const { shopId, clock } = by
  return {
    shop: ownShopOf({ ...by, database, secrets }),
    orders: ordersOf({ ...by, database, secrets, onChange: onAdded }),
    products: productsOf({ ...by, database, onChange: onAdded }),
    coupons: couponsOf({ ...by, database }),
    partners: partnersOf({ ...by, database }),
    catalogue: catalogueOf(database, shopId),
    endpoints: endpointsOf({ ...by, database, secrets, onAdded }),
    events: eventFeedOf(database, shopId),
    deliveries: deliveriesOf({ ...by, database, onAdded }),
    requests: requestsOf(database, shopId),
    retention: retentionOf({ ...by, database }),
    members: ownMembersOf({ ...by, database }),
    tokens: tokensOf({ ...by, database }),
    idempotencyKeys: idempotencyKeysOf({ database, shopId, secrets, clock }),
    audit: auditOf(database, shopId),
    get bulkOrders() {
      return database.bulkOrders(shopId, importNoteOf(by))
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
