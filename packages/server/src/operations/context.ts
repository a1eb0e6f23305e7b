/** What an operation of API v1 may reach. */
import type { Scope } from '../rules/scope.ts'
import type { Shop } from '../store/shops.ts'
import type { ShopStore } from '../store/store.ts'
import type { TryOut } from '../rules/trial.ts'

export interface OperationContext {
  /** Whose call this is; found from the token, never from the input. */
  readonly shop: Shop
  /** That shop's data. In what changes something, all of it is one transaction, which must not wait for anything else. */
  readonly store: ShopStore
  readonly caller: Caller
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
  /** Of an operation that takes one: what was sent, piece by piece; it ends with a Problem where the caller has gone. */
  readonly file: AsyncIterable<Uint8Array>
  /** For operations that wait for others (`waits`): what a shop's script answers. */
  readonly tryOut: TryOut
  /** Whether results are checked against the operation's `output` (tests and development only). */
  readonly checkOutput: boolean
}

/** Who calls. */
export interface Caller {
  /** The token's number in its shop; 0 of a person who is signed in. */
  readonly token: number
  readonly scopes: readonly Scope[]
}
