/** Writing many orders at once: what an import and the demo shop need. */
import { isDeepStrictEqual } from 'node:util'
import type { Order } from '../rules/order.ts'
import type { StoredOrder } from './orders/rows.ts'

/** What became of an order that was put. */
export type PutOutcome =
  | { readonly outcome: 'added' | 'same' | 'updated' }
  /** Nothing was written; `reason` is for people. */
  | { readonly outcome: 'conflict'; readonly reason: string }

export interface BulkWriter {
  /**
   * Writes the orders and adds products that are new. An order whose number is taken is left alone if it is the same,
   * and otherwise replaced (`update`) or reported as a conflict.
   */
  put(orders: readonly Order[], options: { update: boolean }): PutOutcome[] | Promise<PutOutcome[]>
}

export interface BulkOrders {
  /**
   * Runs `work` in one transaction: it commits when `work` returns and leaves everything as it was when `work` throws or
   * the process dies. Other writers wait meanwhile, readers do not.
   */
  write<Result>(work: (writer: BulkWriter) => Promise<Result>): Promise<Result>
}

/** What to tell of an order that is stored with another content. */
export function difference({ order: stored, isDeleted }: StoredOrder, given: Order): string {
  if (isDeleted) return `order ${given.number} was deleted; --update brings it back`
  const present = new Map<string, unknown>(Object.entries(stored))
  const changed = Object.entries(given).filter(([name, value]) => !isDeepStrictEqual(present.get(name), value))
  const names = changed.map(([name]) => name).join(', ')
  return `order ${given.number} is stored already with another ${names}; --update replaces it`
}
