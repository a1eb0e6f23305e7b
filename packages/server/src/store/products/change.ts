/** Changes of a product, each with its event. */
import type { AuditEntry } from '../../rules/audit.ts'
import type { ProductHappening } from '../../rules/event.ts'
import type { Product, ProductChanges } from '../../rules/product.ts'
import { changesBetween, fieldsOf } from '../audit/fields.ts'
import { type Authorship, writeAudit } from '../audit/write.ts'
import type { Transaction } from '../database.ts'
import { emit, takeNumbers } from '../events.ts'
import { productFrom, productRow } from './row.ts'

/** Undefined when the shop has a product of this name. */
export async function addProduct(
  tx: Transaction,
  by: Authorship,
  product: Omit<Product, 'number'>,
): Promise<Product | undefined> {
  const { kysely: db } = tx
  const { shopId } = by
  const same = db.selectFrom('products').select('number').where('shop_id', '=', shopId)
  if ((await same.where('name', '=', product.name).executeTakeFirst()) !== undefined) return undefined
  const counter = db.updateTable('counters').set(({ eb }) => ({ next_product: eb('next_product', '+', 1) }))
  const taken = counter.where('shop_id', '=', shopId).returning('next_product')
  const number = (await taken.executeTakeFirstOrThrow()).next_product - 1
  const values = { shop_id: shopId, number, name: product.name, ...productRow(product) }
  const row = await db.insertInto('products').values(values).returningAll().executeTakeFirstOrThrow()
  const added = productFrom(row)
  await tell(tx, by, { type: 'product.created', product: added }, { action: 'product.added', details: fieldsOf(added) })
  return added
}

/** Undefined when there is none. What changes nothing writes nothing. */
export async function updateProduct(
  tx: Transaction,
  by: Authorship,
  name: string,
  changesTo: (product: Product) => ProductChanges,
): Promise<Product | undefined> {
  const { kysely: db } = tx
  const { shopId } = by
  const ofThisName = db.selectFrom('products').selectAll().where('shop_id', '=', shopId).where('name', '=', name)
  const row = await ofThisName.executeTakeFirst()
  if (row === undefined) return undefined
  const before = productFrom(row)
  const after = { ...before, ...changesTo(before) }
  const details = changesBetween(before, after)
  if (details === undefined) return before
  const changed = db.updateTable('products').set(productRow(after)).where('shop_id', '=', shopId)
  await changed.where('number', '=', row.number).execute()
  await tell(tx, by, { type: 'product.updated', product: after }, { action: 'product.changed', details })
  return after
}

export async function removeProduct(tx: Transaction, by: Authorship, name: string): Promise<boolean> {
  const gone = tx.kysely.deleteFrom('products').where('shop_id', '=', by.shopId).where('name', '=', name)
  const row = await gone.returningAll().executeTakeFirst()
  if (row === undefined) return false
  const product = productFrom(row)
  await tell(tx, by, { type: 'product.deleted', product }, { action: 'product.removed', details: fieldsOf(product) })
  return true
}

async function tell(
  tx: Transaction,
  by: Authorship,
  happening: ProductHappening,
  entry: Omit<AuditEntry, 'subject'>,
): Promise<void> {
  const { shopId, now } = by
  const numbers = await takeNumbers(tx, shopId, 0, 1)
  await emit(tx, shopId, numbers, [happening], now)
  await writeAudit(tx, by, { ...entry, subject: `product ${happening.product.name}` }, numbers.audit)
}
