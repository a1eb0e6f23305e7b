/** Imports on PostgreSQL: each batch is a handful of statements, whatever its size, and all of them one transaction. */
import { isDeepStrictEqual } from 'node:util'
import type { Kysely } from 'kysely'
import type { PoolClient } from 'pg'
import { emailKey } from '../../../rules/email.ts'
import type { Order } from '../../../rules/order.ts'
import { billAnswer } from '../../bill-answer.ts'
import { type BulkOrders, type BulkWriter, counter, difference, type PutOutcome } from '../../bulk-orders.ts'
import type { ImportNote } from '../../database.ts'
import { addJob } from '../../events.ts'
import { type ProductBook, productBook } from '../../product-book.ts'
import { itemRow, orderRow, paymentRow, type StoredOrder } from '../../orders/rows.ts'
import { storedOrdersOf } from '../../orders/stored.ts'
import type { Tables } from '../../schema.ts'
import { noLimit, type PostgresPool } from './pool.ts'
import { retried } from './retry.ts'
import { transactionOn } from './statements.ts'

export interface BulkParts {
  readonly pool: PostgresPool
  readonly kysely: Kysely<Tables>
  readonly shopId: number
  readonly note: ImportNote
}

export function postgresBulkOrders({ pool, kysely, shopId, note }: BulkParts): BulkOrders {
  return {
    write: async (work) =>
      pool.withPatience(
        'shop',
        async (client) => {
          // What comes after cannot be run again, as `work` reads from a source that is read once.
          await retried(() => begin(client, shopId))
          try {
            const writer = await BulkOrdersWriter.open(client, kysely, shopId)
            const result = await work(writer)
            await writer.finish(note)
            await client.query('commit')
            if (writer.hasFilledBatches) await takeStatistics(client)
            return result
          } catch (error) {
            await client.query('rollback').catch(() => undefined)
            throw error
          }
        },
        noLimit,
      ),
  }
}

/** Waits for those who write to the shop, and has all others wait. */
async function begin(client: PoolClient, shopId: number): Promise<void> {
  try {
    await client.query(`begin;
      set local idle_in_transaction_session_timeout = 0;
      set local statement_timeout = 0;
      set local lock_timeout = 0;
      select 1 from counters where shop_id = ${shopId} for update`)
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const importedTables = ['orders', 'order_items', 'payments', 'bills', 'products']

/** The server does so itself a minute later; until then it would take a large shop for a small one. */
async function takeStatistics(client: PoolClient): Promise<void> {
  // Everything is imported, whether or not this can be done.
  await client.query(`analyze ${importedTables.join()}`).catch(() => undefined)
}

/** Orders that are written together: some MB, of which two batches are in memory. */
const ordersAtOnce = 1_000

/** While PostgreSQL writes some orders, the next ones are read. */
class BulkOrdersWriter implements BulkWriter {
  readonly #client: PoolClient
  readonly #kysely: Kysely<Tables>
  readonly #shopId: number
  readonly #products: ProductBook
  readonly #counter = counter()
  #batch = new Batch()
  /** Of the batch before. */
  #writing: Promise<void> = Promise.resolve()
  /** No order has a higher number, neither stored nor in a batch. */
  #highest: number
  #hasTimers = false
  /** Whether there were more orders than a seller takes by hand. */
  hasFilledBatches = false

  private constructor(client: PoolClient, kysely: Kysely<Tables>, shopId: number, present: Present) {
    this.#client = client
    this.#kysely = kysely
    this.#shopId = shopId
    this.#products = productBook(present.products)
    this.#highest = present.highest
  }

  static async open(client: PoolClient, kysely: Kysely<Tables>, shopId: number): Promise<BulkOrdersWriter> {
    const products = 'select number, name from products where shop_id = $1'
    const highest = 'select max(number) as highest from orders where shop_id = $1'
    const { rows } = await client.query<{ highest: number | null }>(highest, [shopId])
    return new BulkOrdersWriter(client, kysely, shopId, {
      products: (await client.query<{ number: number; name: string }>(products, [shopId])).rows,
      highest: rows[0]?.highest ?? 0,
    })
  }

  async put(orders: readonly Order[], { update }: { update: boolean }): Promise<PutOutcome[]> {
    // Numbers that ascend, as those of most files do, need no look at what is there.
    const unsure = orders.map(({ number }) => number).filter((number) => number <= this.#highest)
    await this.#lookUp(unsure.filter((number) => !this.#batch.knows(number)))
    const outcomes = orders.map((order) => this.#batch.put(order, this.#products, update))
    for (const { number, cancel_at } of orders) {
      if (number > this.#highest) this.#highest = number
      if (cancel_at !== null) this.#hasTimers = true
    }
    this.#counter.count(outcomes)
    if (this.#batch.added.size >= ordersAtOnce) {
      this.hasFilledBatches = true
      await this.#writeBatch()
    }
    return outcomes
  }

  /** What the shop gives out next is above everything that was imported. */
  async finish(note: ImportNote): Promise<void> {
    await this.#writeBatch()
    await this.#writing
    await this.#client.query(
      `update counters set next_order = greatest(next_order, $2::bigint + 1),
         next_product = greatest(next_product, $3::bigint + 1) where shop_id = $1`,
      [this.#shopId, this.#highest, this.#products.highest()],
    )
    // Has somebody look when the next order outlives its time.
    const transaction = transactionOn(this.#client, this.#kysely)
    if (this.#hasTimers) await addJob(transaction, this.#shopId, 'timers', 0)
    await note(transaction, { ...this.#counter.total, products: this.#products.learned() })
  }

  async #lookUp(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return
    await this.#writing
    const { rows } = await this.#client.query<{ number: number }>({
      name: 'numbers of an import',
      text: 'select number from orders where shop_id = $1 and number = any($2::bigint[])',
      values: [this.#shopId, numbers],
    })
    const taken = rows.map(({ number }) => number)
    const { kysely } = transactionOn(this.#client, this.#kysely)
    this.#batch.learn(numbers, await storedOrdersOf(kysely, this.#shopId, taken))
  }

  /** Resolves when the one before is written. */
  async #writeBatch(): Promise<void> {
    await this.#writing
    const batch = this.#batch
    this.#batch = new Batch()
    this.#writing = this.#replace(batch)
    // Whoever writes or looks next learns of it.
    this.#writing.catch(() => undefined)
  }

  async #replace({ replaced, added, newProducts }: Batch): Promise<void> {
    const orders = [...added.values()]
    const gone = [...replaced]
    if (gone.length > 0) {
      for (const table of ['orders', 'order_items', 'payments', 'bills']) {
        const sql = `delete from ${table} where shop_id = $1 and number = any($2::bigint[])`
        await this.#client.query(sql, [this.#shopId, gone])
      }
    }
    const shopId = this.#shopId
    await this.#insert(
      'products',
      newProducts.map(({ product: number, name, title, priceMinor: price, kind }) => {
        return { ...emptyProduct, shop_id: shopId, number, name, title, price, kind }
      }),
    )
    await this.#insert(
      'orders',
      orders.map((order) => orderRow(shopId, order)),
    )
    await this.#insert(
      'order_items',
      orders.flatMap(({ number, items }) => items.map((item, position) => itemRow(shopId, number, position, item))),
    )
    await this.#insert(
      'payments',
      orders.flatMap(({ number, payments }) =>
        payments.map((payment, position) => paymentRow(shopId, number, position, payment)),
      ),
    )
    await this.#insert(
      'bills',
      orders.map((order) => ({
        shop_id: shopId,
        email_key: emailKey(order.email),
        number: order.number,
        pay_status: order.pay_status,
        answer: billAnswer(order),
      })),
    )
  }

  /** Each row has a value for each column. */
  async #insert(table: keyof Tables, rows: readonly object[]): Promise<void> {
    if (rows.length === 0) return
    const sql = `insert into ${table} select * from json_populate_recordset(null::${table}, $1)`
    await this.#client.query(sql, [JSON.stringify(rows)])
  }
}

const emptyProduct = {
  timer_ms: null,
  prepayment_min: null,
  fees: '[null,null]',
  extra: '{}',
  notify_created: '',
  notify_paid: '',
  notify_prepaid: '',
  notify_cancelled: '',
  notify_returned: '',
}

interface Present {
  readonly products: Parameters<typeof productBook>[0]
  /** Of all orders, deleted ones too; 0: there is none. */
  readonly highest: number
}

/** What a batch comes to; its orders see those before them. */
class Batch {
  /** Numbers of stored orders that make way. */
  readonly replaced = new Set<number>()
  readonly added = new Map<number, Order>()
  readonly newProducts: Order['items'][number][] = []
  /** What was looked up; null: there is none of that number. */
  readonly #stored = new Map<number, StoredOrder | null>()

  knows(number: number): boolean {
    return this.added.has(number) || this.#stored.has(number)
  }

  learn(numbers: readonly number[], stored: readonly StoredOrder[]): void {
    for (const number of numbers) this.#stored.set(number, null)
    for (const each of stored) this.#stored.set(each.order.number, each)
  }

  put(order: Order, products: ProductBook, update: boolean): PutOutcome {
    const clash = products.clash(order.items)
    if (clash !== undefined) return { outcome: 'conflict', reason: clash }
    const stored = this.#stored.get(order.number) ?? undefined
    const present = this.added.get(order.number) ?? stored
    if (present === undefined) return this.#add(order, products, 'added')
    const known = 'order' in present ? present : { order: present, isDeleted: false }
    if (!known.isDeleted && isDeepStrictEqual(known.order, order)) return { outcome: 'same' }
    if (!update) return { outcome: 'conflict', reason: difference(known, order) }
    if (stored !== undefined) this.replaced.add(order.number)
    return this.#add(order, products, 'updated')
  }

  #add(order: Order, products: ProductBook, outcome: 'added' | 'updated'): PutOutcome {
    this.newProducts.push(...order.items.filter((item) => products.learn(item)))
    this.added.set(order.number, order)
    return { outcome }
  }
}
