/** What an API function may reach. */
import type { ShopStore } from './store/store.ts'
import type { Shop } from './store/shops.ts'

export interface Context {
  /** Whose call this is; found from the host, never from the input. */
  readonly shop: Shop
  /** That shop's data. */
  readonly store: ShopStore
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /** Whether results are checked against the function's `output` (tests and development only). */
  readonly checkOutput: boolean
}
