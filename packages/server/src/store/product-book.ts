/** The products of a shop during an import: which are known, and which a new order brings along. */
import type { OrderItem } from '../rules/order.ts'

export interface ProductBook {
  /** Why these items cannot be taken; undefined if they can. */
  clash(items: readonly OrderItem[]): string | undefined
  /** Whether the item's product was new; then it is known from now on. */
  learn(item: OrderItem): boolean
  /** The highest number, 0 if there is none. */
  highest(): number
  /** How many were new. */
  learned(): number
}

export function productBook(known: Iterable<{ readonly number: number; readonly name: string }>): ProductBook {
  const numbers = new Set<number>()
  const numberOf = new Map<string, number>()
  let learned = 0
  for (const { number, name } of known) {
    numbers.add(number)
    numberOf.set(name, number)
  }

  return {
    clash(items) {
      for (const { product, name } of items) {
        if (numbers.has(product)) continue
        const owner = numberOf.get(name) ?? items.find((other) => other.name === name)?.product
        if (owner !== undefined && owner !== product) {
          return `product ${product} is new, but its name "${name}" belongs to product ${owner}`
        }
      }
      return undefined
    },
    learn({ product, name }) {
      if (numbers.has(product)) return false
      numbers.add(product)
      numberOf.set(name, product)
      learned += 1
      return true
    },
    highest: () => numbers.values().reduce((highest, number) => Math.max(highest, number), 0),
    learned: () => learned,
  }
}
