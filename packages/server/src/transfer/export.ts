/** Orders as files: lines of JSON that can be imported again, and CSV for spreadsheets. */
import { stringify } from 'csv-stringify/sync'
import { writeInstant } from '../rules/instant.ts'
import { writeMoney } from '../rules/money.ts'
import { orderTexts, utmLabels, type Order } from '../rules/order.ts'
import { writeOrderLine } from './order-line.ts'

/** In characters: what is handed on at a time. */
const chunk = 64 * 1_024

/** The import format, an order a line, ending with a line feed. */
export function exportNdjson(orders: AsyncIterable<Order>): AsyncGenerator<string> {
  return inChunks(orders, (order) => `${writeOrderLine(order)}\n`)
}

/**
 * A row an item, as RFC 4180 has it (CRLF, header), with times in ISO 8601 UTC. A cell that a spreadsheet would run as
 * a formula gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export async function* exportCsv(orders: AsyncIterable<Order>): AsyncGenerator<string> {
  yield csv([csvColumns])
  yield* inChunks(orders, (order) => csv(csvRows(order)))
}

const csvColumns = [
  'number',
  'email',
  'pay_status',
  'created',
  'paid',
  'is_recurrent',
  ...orderTexts,
  ...utmLabels.map((label) => `utm_${label}`),
  'product',
  'name',
  'title',
  'sum',
  'price',
  'kind',
  'pincode',
  'paid_so_far',
  'cancel_at',
  'sent_at',
  'rpo',
]

function csvRows(order: Order): string[][] {
  const common = [
    String(order.number),
    order.email,
    order.pay_status,
    writeInstant(order.created),
    order.paid === null ? '' : writeInstant(order.paid),
    order.is_recurrent ? '1' : '0',
    ...orderTexts.map((name) => order[name]),
    ...utmLabels.map((label) => order.utm[label]),
  ]
  const state = [
    writeMoney(order.payments.reduce((sum, { sumMinor }) => sum + sumMinor, 0)),
    order.cancel_at === null ? '' : writeInstant(order.cancel_at),
    order.sent_at === null ? '' : writeInstant(order.sent_at),
    order.rpo,
  ]
  return order.items.map(({ product, name, title, sumMinor, priceMinor, kind, pincode }) => [
    ...common,
    String(product),
    name,
    title,
    writeMoney(sumMinor),
    writeMoney(priceMinor),
    kind,
    pincode,
    ...state,
  ])
}

function csv(rows: string[][]): string {
  return stringify(rows, { escape_formulas: true, record_delimiter: 'windows', quoted_match: lineBreak })
}

/** One of its two characters alone ends a row for many who read CSV, and what follows would be a cell of its own. */
const lineBreak = /[\r\n]/

async function* inChunks(orders: AsyncIterable<Order>, write: (order: Order) => string): AsyncGenerator<string> {
  let text = ''
  for await (const order of orders) {
    text += write(order)
    if (text.length < chunk) continue
    yield text
    text = ''
  }
  if (text !== '') yield text
}
