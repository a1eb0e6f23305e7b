import { z } from 'zod'
import type { Order } from '../../rules/order.ts'
import { defineOperation, TextStream } from '../define.ts'
import { orderFilters, searchOf } from './order-query.ts'

const types = {
  ndjson: 'application/x-ndjson; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
} as const

export const exportOrders = defineOperation({
  name: 'exportOrders',
  title: 'Export orders',
  description:
    'Every order that fits, however many: as lines of JSON that `billkeep orders import` takes, or as CSV for spreadsheets ' +
    '(RFC 4180), a row a product. An answer that ends without the end of its last chunk is not whole: ask again. For programs that ' +
    'can send no header, the CSV takes a token whose only scope is `orders:export` as `?token=`.',
  method: 'GET',
  at: '/orders/export',
  scope: 'orders:export',
  input: {
    query: z.strictObject({
      format: z.enum(['ndjson', 'csv']).default('ndjson').meta({ title: 'Format' }),
      ...orderFilters,
    }),
  },
  output: z.string(),
  streams: Object.values(types),
  problems: [],
  sample: {
    query: { format: 'ndjson', status: ['paid'], sort: 'number' },
    output:
      '{"number":258367,"email":"anna@example.com","pay_status":"paid","created":"2026-01-31T18:00:00Z","paid":"2026-01-31T18:05:00Z",' +
      '"items":[{"product":12549,"name":"course","title":"Course of cooking","sum":"1500.00","price":"2000.00"}]}\n',
  },
  async run({ store, shop, clock }, { format, ...filters }) {
    // Not before somebody asks: a start has no use for it.
    const { exportCsv, exportNdjson } = await import('../../transfer/export.ts')
    const orders = oneByOne(store.orders.searchAll(searchOf(filters)))
    const day = new Date(clock()).toISOString().slice(0, 10)
    const pieces = format === 'csv' ? exportCsv(orders) : exportNdjson(orders)
    return new TextStream(types[format], pieces, `${shop.login}-orders-${day}.${format}`)
  },
})

async function* oneByOne(pages: AsyncIterable<readonly Order[]>): AsyncGenerator<Order> {
  for await (const page of pages) yield* page
}
