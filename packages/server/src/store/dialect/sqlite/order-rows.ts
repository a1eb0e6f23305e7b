/** Orders to rows and back, in plain prepared statements: imports and exports go through here a million at a time. */
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { orderTexts, payStatuses, utmLabels, type Order, type OrderItem } from '../../../rules/order.ts'
import { openReader } from './connection.ts'

type Row = Record<string, unknown>

const orderColumns = [
  'shop_id',
  'number',
  'email',
  'pay_status',
  'created',
  'paid',
  'is_recurrent',
  ...orderTexts,
  ...utmLabels.map((label) => `utm_${label}`),
]
const itemColumns = ['shop_id', 'number', 'position', 'product', 'name', 'title', 'sum', 'price']

/** `insert … into TABLE (…) values (?, …)`. */
function insertInto(connection: DatabaseSync, table: string, columns: readonly string[], verb: string): StatementSync {
  return connection.prepare(`${verb} into ${table} (${columns.join()}) values (${columns.map(() => '?').join()})`)
}

export function insertOrderInto(connection: DatabaseSync): StatementSync {
  return insertInto(connection, 'orders', orderColumns, 'insert or ignore')
}

export function insertItemInto(connection: DatabaseSync): StatementSync {
  return insertInto(connection, 'order_items', itemColumns, 'insert')
}

/** In the order of `orderColumns`. */
export function orderValues(shopId: number, order: Order): SQLInputValue[] {
  const values: SQLInputValue[] = [
    shopId,
    order.number,
    order.email,
    order.pay_status,
    order.created,
    order.paid,
    order.is_recurrent ? 1 : 0,
  ]
  for (const name of orderTexts) values.push(order[name])
  for (const label of utmLabels) values.push(order.utm[label])
  return values
}

const pageOrders = 1_000

/** A shop's orders by number, all from the moment of the first page, with a connection of their own. */
export function* readOrders(file: string, shopId: number): Generator<Order> {
  const connection = openReader(file)
  try {
    connection.exec('begin')
    const orders = connection.prepare(
      `select * from orders where shop_id = ? and number > ? order by number limit ${pageOrders}`,
    )
    const items = connection.prepare(
      'select * from order_items where shop_id = ? and number between ? and ? order by number, position',
    )
    let last = -1
    for (;;) {
      const page = orders.all(shopId, last)
      if (page.length === 0) return
      const first = integer(page[0] ?? {}, 'number')
      last = integer(page.at(-1) ?? {}, 'number')
      const itemsOf = Map.groupBy(items.all(shopId, first, last), (row) => row['number'])
      for (const row of page) yield orderFrom(row, itemsOf.get(row['number'] ?? null) ?? [])
    }
  } finally {
    connection.close()
  }
}

/** Reads single orders by number; prepared once. */
export function orderReader(connection: DatabaseSync, shopId: number): (number: number) => Order | undefined {
  const order = connection.prepare('select * from orders where shop_id = ? and number = ?')
  const items = connection.prepare('select * from order_items where shop_id = ? and number = ? order by position')
  return (number) => {
    const row = order.get(shopId, number)
    return row === undefined ? undefined : orderFrom(row, items.all(shopId, number))
  }
}

function orderFrom(row: Row, items: readonly Row[]): Order {
  const paid = row['paid']
  return {
    number: integer(row, 'number'),
    email: text(row, 'email'),
    pay_status: payStatus(row),
    created: integer(row, 'created'),
    paid: typeof paid === 'number' ? paid : null,
    is_recurrent: row['is_recurrent'] === 1,
    first_name: text(row, 'first_name'),
    last_name: text(row, 'last_name'),
    middle_name: text(row, 'middle_name'),
    phone: text(row, 'phone'),
    city: text(row, 'city'),
    country: text(row, 'country'),
    address: text(row, 'address'),
    region: text(row, 'region'),
    postalcode: text(row, 'postalcode'),
    payway: text(row, 'payway'),
    comment: text(row, 'comment'),
    domain: text(row, 'domain'),
    tag: text(row, 'tag'),
    kupon: text(row, 'kupon'),
    utm: {
      medium: text(row, 'utm_medium'),
      source: text(row, 'utm_source'),
      campaign: text(row, 'utm_campaign'),
      content: text(row, 'utm_content'),
      term: text(row, 'utm_term'),
    },
    items: items.map(itemFrom),
  }
}

function itemFrom(row: Row): OrderItem {
  return {
    product: integer(row, 'product'),
    name: text(row, 'name'),
    title: text(row, 'title'),
    sumMinor: integer(row, 'sum'),
    priceMinor: integer(row, 'price'),
  }
}

function integer(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new TypeError(`Column ${column} holds no number.`)
  return value
}

function text(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new TypeError(`Column ${column} holds no text.`)
  return value
}

function payStatus(row: Row): Order['pay_status'] {
  const known = payStatuses.find((status) => status === row['pay_status'])
  if (known === undefined) throw new TypeError('Column pay_status holds no status.')
  return known
}
