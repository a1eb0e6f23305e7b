/** What a shop sold in a stretch of time, added up by the database. */
import { sql } from 'kysely'
import type { PayStatus } from '../../rules/order.ts'
import type { Database } from '../database.ts'

/** Unix milliseconds, the first included and the last not. */
export interface Stretch {
  readonly from: number
  readonly until: number
}

/** Sums are in minor units of the shop's currency, as the orders ask for. */
export interface Sales {
  /** Of the orders created in the stretch, by what has become of them. */
  readonly created: readonly { readonly status: PayStatus; readonly orders: number; readonly sumMinor: number }[]
  /** Of the orders paid in the stretch and not returned. */
  readonly paid: readonly ProductSales[]
  readonly paidOrders: number
}

export interface ProductSales {
  readonly product: number
  /** As it was called in the latest of these orders. */
  readonly name: string
  readonly title: string
  /** How many times it was bought. */
  readonly quantity: number
  readonly sumMinor: number
}

/** As JavaScript counts: exact up to 2^53, and beyond that near enough, where whole numbers would be refused. */
const summed = sql<number>`cast(sum(order_items.sum) as double precision)`

/** Of a day or so: what is more holds up the process, so longer stretches are asked for in parts. */
export async function salesIn({ kysely }: Database, shopId: number, { from, until }: Stretch): Promise<Sales> {
  const orders = kysely.selectFrom('orders').where('orders.shop_id', '=', shopId).where('orders.deleted', 'is', null)
  const withItems = orders.innerJoin('order_items', (join) =>
    join.onRef('order_items.shop_id', '=', 'orders.shop_id').onRef('order_items.number', '=', 'orders.number'),
  )
  const created = await withItems
    .where('orders.created', '>=', from)
    .where('orders.created', '<', until)
    .groupBy('orders.pay_status')
    .select(({ fn }) => [
      'orders.pay_status as status',
      fn.count<number>('orders.number').distinct().as('orders'),
      summed.as('sumMinor'),
    ])
    .execute()
  const paidOrders = await orders
    .where('orders.paid', '>=', from)
    .where('orders.paid', '<', until)
    .where('orders.pay_status', '=', 'paid')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const paid = await withItems
    .where('orders.paid', '>=', from)
    .where('orders.paid', '<', until)
    .where('orders.pay_status', '=', 'paid')
    .groupBy(['order_items.product', 'order_items.name', 'order_items.title'])
    .select(({ fn }) => [
      'order_items.product',
      'order_items.name',
      'order_items.title',
      fn.countAll<number>().as('quantity'),
      summed.as('sumMinor'),
      fn.max('orders.number').as('latest'),
    ])
    .orderBy('latest')
    .execute()
  return {
    created,
    paidOrders: paidOrders.count,
    paid: paid.map(({ product, name, title, quantity, sumMinor }) => ({ product, name, title, quantity, sumMinor })),
  }
}
