/** A shop's products. */
import type { Kysely, Selectable } from 'kysely'
import type { Product, ProductChanges } from '../rules/product.ts'
import { changesBetween, fieldsOf } from './audit/fields.ts'
import { noteOf, type NoteParts } from './audit/write.ts'
import type { Database } from './database.ts'
import { notifyIn, notifyRow } from './notify.ts'
import type { ProductsTable, Tables } from './schema.ts'

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
}

export function productsOf({ database: { kysely, write }, ...parts }: ProductsParts): Products {
  const { shopId } = parts
  const note = noteOf(parts)
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
    async add(product) {
      return write(shopId, async (tx) => {
        const added = await inserted(tx.kysely, shopId, product)
        if (added === undefined) return undefined
        await note(tx, { action: 'product.added', subject: subjectOf(added), details: fieldsOf(added) })
        return added
      })
    },
    async update(name, changesTo) {
      return write(shopId, async (tx) => {
        const { kysely: db } = tx
        const ofThisName = db.selectFrom('products').selectAll().where('shop_id', '=', shopId).where('name', '=', name)
        const row = await ofThisName.executeTakeFirst()
        if (row === undefined) return undefined
        const product = productFrom(row)
        const after = { ...product, ...changesTo(product) }
        const details = changesBetween(product, after)
        if (details === undefined) return product
        const change = db.updateTable('products').set(rowOf(after))
        const changed = change.where('shop_id', '=', shopId).where('number', '=', row.number).returningAll()
        await note(tx, { action: 'product.changed', subject: subjectOf(product), details })
        return productFrom(await changed.executeTakeFirstOrThrow())
      })
    },
    async remove(name) {
      return write(shopId, async (tx) => {
        const gone = tx.kysely.deleteFrom('products').where('shop_id', '=', shopId).where('name', '=', name)
        const row = await gone.returningAll().executeTakeFirst()
        if (row === undefined) return false
        const product = productFrom(row)
        await note(tx, { action: 'product.removed', subject: subjectOf(product), details: fieldsOf(product) })
        return true
      })
    },
  }
}

/** Undefined when there is one of its name. */
async function inserted(db: Kysely<Tables>, shopId: number, product: Omit<Product, 'number'>) {
  const same = db.selectFrom('products').select('number').where('shop_id', '=', shopId)
  if ((await same.where('name', '=', product.name).executeTakeFirst()) !== undefined) return undefined
  const counter = db.updateTable('counters').set(({ eb }) => ({ next_product: eb('next_product', '+', 1) }))
  const counted = counter.where('shop_id', '=', shopId).returning('next_product')
  const { next_product } = await counted.executeTakeFirstOrThrow()
  const values = { shop_id: shopId, number: next_product - 1, name: product.name, ...rowOf(product) }
  return productFrom(await db.insertInto('products').values(values).returningAll().executeTakeFirstOrThrow())
}

function subjectOf({ name }: Product): string {
  return `product ${name}`
}

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
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- rowOf wrote both
    fees: JSON.parse(row.fees) as Product['fees'],
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
    extra: JSON.parse(row.extra) as Product['extra'],
  }
}

/** All but what names it. */
function rowOf(product: Omit<Product, 'number' | 'name'>) {
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
