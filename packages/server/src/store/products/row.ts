/** A product, from its row and into it. */
import type { Selectable } from 'kysely'
import type { Product } from '../../rules/product.ts'
import { notifyIn, notifyRow } from '../notify.ts'
import type { ProductsTable } from '../schema.ts'

export function productFrom(row: Selectable<ProductsTable>): Product {
  return {
    number: row.number,
    name: row.name,
    title: row.title,
    priceMinor: row.price,
    kind: row.kind,
    timerMs: row.timer_ms,
    prepaymentMinMinor: row.prepayment_min,
    notify: notifyIn(row),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- productRow wrote both
    fees: JSON.parse(row.fees) as Product['fees'],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    extra: JSON.parse(row.extra) as Product['extra'],
  }
}

/** All but what names it. */
export function productRow(product: Omit<Product, 'number' | 'name'>) {
  return {
    title: product.title,
    price: product.priceMinor,
    kind: product.kind,
    timer_ms: product.timerMs,
    prepayment_min: product.prepaymentMinMinor,
    ...notifyRow(product.notify),
    fees: JSON.stringify(product.fees),
    extra: JSON.stringify(product.extra),
  }
}
