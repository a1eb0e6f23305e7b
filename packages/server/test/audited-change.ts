import type { Actor } from '../src/rules/actor.ts'
import type { ShopStore, Store } from '../src/store/store.ts'

/** `alice`. */
export interface ChangedShop {
  readonly store: Store
  readonly id: number
  readonly data: ShopStore
}

/** What is done, and what the audit must say of it. */
export interface AuditedChange {
  /** Left out: `tester`. */
  readonly by?: Actor
  readonly subject: string
  readonly make: (shop: ChangedShop) => Promise<unknown>
  readonly details?: Readonly<Record<string, unknown>>
}
