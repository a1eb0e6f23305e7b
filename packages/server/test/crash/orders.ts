/** What is stored, as a plain value: which orders there are, and each in which version. */
import { isDeepStrictEqual } from 'node:util'
import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import type { Order } from '../../src/rules/order.ts'
import { openStore } from '../../src/store/open.ts'
import { writeOrderLine } from '../../src/transfer/order-line.ts'
import type { Random } from '../fuzz/random.ts'
import { billsOf, orderOf, storedOrders, training } from '../orders.ts'
import { tester } from '../tester.ts'

/** Each order's version by its number, ascending. */
export type State = ReadonlyMap<number, number>

const customers = 150
/** From here on, imports mostly replace, so that a run of many rounds does not slow down. */
const enough = 4_000

export function customer(index: number): string {
  return `customer${index % customers}@example.com`
}

/** Everything in it depends on the version: customer, status, texts, products. Each version brings a product along. */
function orderIn(number: number, version: number): Order {
  const items = Array.from({ length: 1 + ((number + version) % 3) }, (_, index) => ({
    ...training,
    product: 1_000 + version * 10 + index,
    name: `v${version}-${index}`,
    title: `version ${version}`,
    sumMinor: number,
  }))
  const pay_status = (['paid', 'waiting', 'cancel', 'return'] as const)[(number + version) % 4] ?? 'paid'
  return orderOf({ number, email: customer(number * 7 + version), pay_status, comment: `version ${version}`, items })
}

export function ordersIn(state: State): readonly Order[] {
  return Array.from(state, ([number, version]) => orderIn(number, version))
}

/** An import that replaces some orders and adds others; its lines are in no order. */
export function changeOf(
  random: Random,
  state: State,
  version: number,
): { readonly after: State; readonly file: Buffer } {
  const last = Math.max(0, ...state.keys())
  const added = state.size < enough ? random.between(1_200, 2_000) : random.between(1, 50)
  const changed = [
    ...[...state.keys()].filter(() => random.once(3)),
    ...random.list(added, (index) => last + 1 + index),
  ]
  const shuffled = changed.map((number) => ({ number, at: random.bits() })).toSorted((a, b) => a.at - b.at)
  const after = new Map(state)
  for (const number of changed) after.set(number, version)
  const lines = shuffled.map(({ number }) => `${writeOrderLine(orderIn(number, version))}\n`)
  return { after: new Map([...after].toSorted(([a], [b]) => a - b)), file: Buffer.from(lines.join('')) }
}

/** Which of the states the folder holds, with everything that is derived from it; throws for anything in between. */
export async function stateAmong(dataDir: string, login: string, states: readonly State[]): Promise<State> {
  const store = await openStore({ dataDir, clock: Date.now })
  try {
    const { id } = await store.shops.get(login)
    const shop = store.forShop(id, tester)
    const stored = await storedOrders(shop)
    const state = states.find((each) => isDeepStrictEqual(ordersIn(each), stored))
    if (state === undefined) throw new Error(`The folder holds ${stored.length} orders, which is neither all nor none.`)
    for (let index = 0; index < customers; index++) {
      const bills = await shop.orders.billsOf(customer(index))
      if (!isDeepStrictEqual(JSON.parse(`{${bills ?? ''}}`), billsOf(stored, customer(index)))) {
        throw new Error(`The bills of ${customer(index)} are not those of the orders.`)
      }
    }
    const products = new Set(stored.flatMap(({ items }) => items.map(({ product }) => product)))
    const known = new Set((await shop.products.list()).map(({ number }) => number))
    const missing = [...products].filter((number) => !known.has(number))
    if (missing.length > 0) throw new Error(`Products are missing: ${missing.join(', ')}`)
    const versions = new Set([...known].map((number) => Math.floor((number - 1_000) / 10)))
    const newest = Math.max(...state.values())
    if ([...versions].some((version) => version > newest))
      throw new Error('There are products of an import that is not there.')
    checkFile(dataDir, stored)
    return state
  } finally {
    await store.close()
  }
}

/** What the store does not show. */
function checkFile(dataDir: string, stored: readonly Order[]): void {
  const database = new DatabaseSync(join(dataDir, 'billkeep.db'), { readOnly: true })
  try {
    const first = (sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0]
    const facts = {
      integrity: first('pragma integrity_check'),
      bills: first('select count(*) from bills'),
      items: first('select count(*) from order_items'),
      nextOrder: first('select next_order from counters'),
    }
    const wanted = {
      integrity: 'ok',
      bills: stored.length,
      items: stored.reduce((sum, { items }) => sum + items.length, 0),
      nextOrder: (stored.at(-1)?.number ?? 0) + 1,
    }
    if (!isDeepStrictEqual(facts, wanted))
      throw new Error(`${JSON.stringify(facts)} should be ${JSON.stringify(wanted)}`)
  } finally {
    database.close()
  }
}
