import { type Expression, type ExpressionBuilder, sql, type SqlBool } from 'kysely'
import type { Tables } from '../schema.ts'

/**
 * Whether an order has one of these products, given by number or symbolic name. Not by `exists`: PostgreSQL may answer that
 * from a list of all orders that have them, of every shop, which it makes first.
 */
export function hasProduct(eb: ExpressionBuilder<Tables, 'orders'>, products: readonly string[]): Expression<SqlBool> {
  const one = eb
    .selectFrom('order_items')
    .select(sql<number>`1`.as('one'))
    .whereRef('order_items.shop_id', '=', 'orders.shop_id')
    .whereRef('order_items.number', '=', 'orders.number')
    .where((item) =>
      item.or([item('order_items.product', 'in', numbersAmong(products)), item('order_items.name', 'in', products)]),
    )
    .limit(sql.lit(1))
  return eb(one, 'is not', null)
}

function numbersAmong(products: readonly string[]): readonly number[] {
  const numbers = products.filter((product) => /^[1-9]\d{0,14}$/.test(product)).map(Number)
  // A list that may not be empty: no product has the number 0.
  return numbers.length === 0 ? [0] : numbers
}
