import type { OrderItem } from './order.ts'
import type { Product } from './product.ts'

/**
 * The least that can be paid of an order at first, in minor units; undefined where it is all or nothing. An item whose
 * product allows it counts with the product's least sum, any other with all that it costs.
 */
export function leastPayment(
  items: readonly OrderItem[],
  products: ReadonlyMap<number, Pick<Product, 'prepaymentMinMinor'>>,
): number | undefined {
  const leastOf = ({ product }: OrderItem): number | null => products.get(product)?.prepaymentMinMinor ?? null
  if (items.every((item) => leastOf(item) === null)) return undefined
  return items.reduce((sum, item) => sum + Math.min(item.sumMinor, leastOf(item) ?? item.sumMinor), 0)
}
