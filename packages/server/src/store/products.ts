/** A shop's products. */
import type { Database } from './database.ts'

export interface Product {
  /** Unique in its shop. */
  readonly number: number
  /** The symbolic identifier (`good_name` on the wire), unique in its shop. */
  readonly name: string
  readonly title: string
  /** In minor units of the shop's currency. */
  readonly priceMinor: number
}

export interface Products {
  /** All, by number. */
  list(): Promise<Product[]>
}

export function productsOf({ kysely }: Database, shopId: number): Products {
  return {
    async list() {
      return kysely
        .selectFrom('products')
        .select(['number', 'name', 'title', 'price as priceMinor'])
        .where('shop_id', '=', shopId)
        .orderBy('number')
        .execute()
    },
  }
}
