/** The products of a shop during an import: which are known, and which a new order brings along. */
import type { DatabaseSync } from 'node:sqlite'
import type { OrderItem } from '../../../rules/order.ts'

export interface ProductBook {
  /** Why these items cannot be taken; undefined if they can. */
  clash(items: readonly OrderItem[]): string | undefined
  /** Adds the item's product if its number is new. */
  know(item: OrderItem): void
  /** The highest number, 0 if there is none. */
  highest(): number
}

export function productBook(connection: DatabaseSync, shopId: number): ProductBook {
  const insert = connection.prepare(
    'insert into products (shop_id, number, name, title, price, kind) values (?, ?, ?, ?, ?, ?)',
  )
  const numbers = new Set<number>()
  const numberOf = new Map<string, number>()
  for (const row of connection.prepare('select number, name from products where shop_id = ?').iterate(shopId)) {
    numbers.add(Number(row['number']))
    numberOf.set(String(row['name']), Number(row['number']))
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
    know({ product, name, title, priceMinor, kind }) {
      if (numbers.has(product)) return
      insert.run(shopId, product, name, title, priceMinor, kind)
      numbers.add(product)
      numberOf.set(name, product)
    },
    highest: () => numbers.values().reduce((highest, number) => Math.max(highest, number), 0),
  }
}
