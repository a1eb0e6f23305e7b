import { hash } from 'node:crypto'
import { emailKey } from '../../rules/email.ts'
import type { OrderItem } from '../../rules/order.ts'

/** What of an order tells it from another. */
interface Ordered {
  readonly email: string
  readonly items: readonly Pick<OrderItem, 'product' | 'sumMinor'>[]
}

/**
 * Equal for orders that protocol section 8.2 takes for the same: those of one customer with the same multiset of product
 * and sum. A digest, as an index does not take a text of any length.
 */
export function duplicateKey({ email, items }: Ordered): string {
  const contents = items.map(({ product, sumMinor }) => `${product}:${sumMinor}`).toSorted()
  return digest(`${emailKey(email)}\n${contents.join('\n')}`)
}

/** What a call that may be repeated is known by. */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}
