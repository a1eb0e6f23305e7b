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

export interface BulkCounts {
  readonly added: number
  readonly updated: number
  /** New ones that the orders brought along. */
  readonly products: number
}

export interface Counter {
  readonly total: Omit<BulkCounts, 'products'>
  /** Gives back what it was given. */
  readonly count: (outcomes: PutOutcome[]) => PutOutcome[]
}

/** Adds up what became of orders. */
export function counter(): Counter {
  const total = { added: 0, updated: 0 }
  return {
    total,
    count(outcomes) {
      for (const { outcome } of outcomes) if (outcome === 'added' || outcome === 'updated') total[outcome] += 1
      return outcomes
    },
  }
}

/** What to tell of an order that is stored with another content. */
export function difference({ order: stored, isDeleted }: StoredOrder, given: Order): string {
  if (isDeleted) return `order ${given.number} was deleted; --update brings it back`
  const present = new Map<string, unknown>(Object.entries(stored))
  const changed = Object.entries(given).filter(([name, value]) => !isDeepStrictEqual(present.get(name), value))
  const names = changed.map(([name]) => name).join(', ')
  return `order ${given.number} is stored already with another ${names}; --update replaces it`
}
