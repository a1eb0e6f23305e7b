/** A shop's orders. */
import { emailKey } from '../rules/email.ts'
import type { Order, PayStatus } from '../rules/order.ts'
import type { Database } from './database.ts'

export interface Orders {
  /**
   * The customer's orders in the form GetBills answers: JSON members `"NUMBER":{…}` joined by commas, orders and the
   * products in them ascending by number; undefined if there is none (with this status).
   */
  billsOf(email: string, payStatus?: PayStatus): Promise<string | undefined>
  /** Every order, ascending by number, in constant memory, all from one moment. */
  all(): AsyncIterable<Order>
  count(): Promise<number>
}

export function ordersOf(database: Database, shopId: number): Orders {
  return {
    billsOf: (email, payStatus) => database.billsOf(shopId, emailKey(email), payStatus),
    all: () => database.ordersOf(shopId),
    async count() {
      const { count } = await database.kysely
        .selectFrom('orders')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .where('shop_id', '=', shopId)
        .executeTakeFirstOrThrow()
      return count
    },
  }
}
