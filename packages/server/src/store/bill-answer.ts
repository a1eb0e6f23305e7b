import type { Order, OrderItem } from '../rules/order.ts'

/**
 * An order as a member of the object that GetBills answers (protocol section 8.1):
 * `"258367":{"12549":{"good_name":"payment","good_title":"payment for training"}}`.
 * Products ascend by number; one that is in the order twice appears once.
 */
export function billAnswer(order: Pick<Order, 'number' | 'items'>): string {
  const { items } = order
  const [first] = items
  if (items.length === 1 && first !== undefined) return `"${order.number}":{${productMember(first)}}`
  const byProduct = new Map(items.toReversed().map((item) => [item.product, item]))
  const members = [...byProduct.values()].toSorted((a, b) => a.product - b.product).map(productMember)
  return `"${order.number}":{${members.join(',')}}`
}

function productMember({ product, name, title }: OrderItem): string {
  return `"${product}":{"good_name":${JSON.stringify(name)},"good_title":${JSON.stringify(title)}}`
}
