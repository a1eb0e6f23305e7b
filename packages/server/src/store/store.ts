/** What the store offers; only `store/` knows that there is SQL behind it. */
import type { Actor } from '../rules/actor.ts'
import type { Audit } from './audit.ts'
import type { BulkOrders } from './bulk-orders.ts'
import type { Catalogue } from './catalogue.ts'
import type { PoolLoad } from './database.ts'
import type { Coupons } from './coupons.ts'
import type { Deliveries } from './deliveries.ts'
import type { Endpoints } from './endpoints.ts'
import type { EventFeed } from './event-feed.ts'
import type { Invitations } from './invitations.ts'
import type { Jobs } from './jobs.ts'
import type { Members } from './members.ts'
import type { Orders } from './orders.ts'
import type { OwnMembers } from './own-members.ts'
import type { OwnShop } from './own-shop.ts'
import type { Partners } from './partners.ts'
import type { Products } from './products.ts'
import type { Requests } from './requests.ts'
import type { Retention } from './retention.ts'
import type { IdempotencyKeys } from './idempotency-keys.ts'
import type { Shops } from './shops.ts'
import type { SignInRecords } from './sign-in-records.ts'
import type { Tokens } from './tokens.ts'

/** One shop's data. Every query made through it is bound to that shop. */
export interface ShopStore {
  readonly shop: OwnShop
  readonly orders: Orders
  readonly products: Products
  readonly coupons: Coupons
  readonly partners: Partners
  readonly catalogue: Catalogue
  readonly endpoints: Endpoints
  readonly events: EventFeed
  readonly deliveries: Deliveries
  readonly requests: Requests
  readonly retention: Retention
  readonly members: OwnMembers
  readonly tokens: Tokens
  readonly idempotencyKeys: IdempotencyKeys
  /** Who changed what. */
  readonly audit: Audit
  /** Writes orders in bulk inside one transaction: all of them or none. */
  readonly bulkOrders: BulkOrders
}

export interface Health {
  /** Whether the database answers. */
  readonly isReady: boolean
  readonly copy: CopyLoad | undefined
}

/** The copy for reading: how far behind it is, undefined while that is not known, and whether it is used. */
export interface CopyLoad {
  readonly lagMs: number | undefined
  readonly isUsed: boolean
}

/** What can be told without asking the database; undefined: there is no such thing. */
export interface StoreLoad {
  readonly pool: PoolLoad | undefined
  readonly copy: CopyLoad | undefined
}

/** The whole database: the list of shops, a handle for each, and who has something to do. */
export interface Store {
  readonly shops: Shops
  /** The handle by which this actor reads and changes the shop's data; cheap, so it may be made for each call. */
  forShop(shopId: number, actor: Actor): ShopStore
  /** For reading only: what is read may come from a copy of the database, some seconds late, if there is one. */
  forReading(shopId: number): ShopStore
  /**
   * Runs `work` on a shop's data in one transaction: it is undone as a whole if `work` throws. `work` must not wait for
   * anything but the data, and may run more than once. Orders cannot be written in bulk in it.
   */
  transaction<Result>(shopId: number, actor: Actor, work: (shop: ShopStore) => Promise<Result>): Promise<Result>
  health(): Promise<Health>
  load(): StoreLoad
  /** Notifications of all shops that are still to be delivered, counted up to about `most`. */
  pendingDeliveries(most: number): Promise<number>
  readonly jobs: Jobs
  readonly members: Members
  readonly invitations: Invitations
  readonly signIn: { readonly records: SignInRecords; readonly secret: string }
  /** The time by which it goes, in Unix milliseconds: whoever works with it goes by the same. */
  readonly clock: () => number
  close(): Promise<void>
}
