/** A shop's products. */
import type { Product, ProductChanges } from '../rules/product.ts'
import type { Authorship, NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import { addProduct, removeProduct, updateProduct } from './products/change.ts'
import { productFrom } from './products/row.ts'

/** What changes a product writes its event in the same transaction; what changes nothing writes none. */
export interface Products {
  /** All, by number. */
  list(): Promise<Product[]>
  /** As `list`, without what makes a product large. */
  summaries(): Promise<ProductSummary[]>
  /** Undefined when there is none of this name. */
  find(name: string): Promise<Product | undefined>
  /** Those that have these numbers, by number. */
  withNumbers(numbers: readonly number[]): Promise<Product[]>
  /** Undefined when the shop has a product of this name. */
  add(product: Omit<Product, 'number'>): Promise<Product | undefined>
  /**
   * By its name: `changesTo` sees it as it is, and nobody else changes it meanwhile; if that throws, nothing is changed.
   * Undefined when there is none.
   */
  update(name: string, changesTo: (product: Product) => ProductChanges): Promise<Product | undefined>
  /** By its name. Orders keep what they say about it; its number is not given again. False when there is none. */
  remove(name: string): Promise<boolean>
}

export type ProductSummary = Pick<Product, 'number' | 'name' | 'title' | 'priceMinor' | 'kind'>

export interface ProductsParts extends NoteParts {
  readonly database: Database
  /** Called when something was committed of which somebody may have to be told. */
  readonly onChange: () => void
}

export function productsOf({ database, shopId, actor, clock, onChange }: ProductsParts): Products {
  const { kysely } = database

  async function write<Result>(
    work: (transaction: Transaction, authorship: Authorship) => Promise<Result>,
  ): Promise<Result> {
    const result = await database.write(shopId, (transaction) => work(transaction, { shopId, actor, now: clock() }))
    onChange()
    return result
  }

  return {
    async list() {
      const rows = kysely.selectFrom('products').selectAll().where('shop_id', '=', shopId).orderBy('number')
      return (await rows.execute()).map(productFrom)
    },
    async summaries() {
      const columns = ['number', 'name', 'title', 'price as priceMinor', 'kind'] as const
      const rows = kysely.selectFrom('products').select(columns).where('shop_id', '=', shopId)
      return rows.orderBy('number').execute()
    },
    async find(name) {
      const row = kysely.selectFrom('products').selectAll().where('shop_id', '=', shopId).where('name', '=', name)
      const found = await row.executeTakeFirst()
      return found && productFrom(found)
    },
    async withNumbers(numbers) {
      if (numbers.length === 0) return []
      const rows = kysely.selectFrom('products').selectAll().where('shop_id', '=', shopId)
      return (await rows.where('number', 'in', numbers).orderBy('number').execute()).map(productFrom)
    },
    add: (product) => write((transaction, by) => addProduct(transaction, by, product)),
    update: (name, changesTo) => write((transaction, by) => updateProduct(transaction, by, name, changesTo)),
    remove: (name) => write((transaction, by) => removeProduct(transaction, by, name)),
  }
}
