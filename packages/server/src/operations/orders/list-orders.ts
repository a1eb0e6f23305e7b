import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { badCursor, cursor, limit, listOf } from '../paging.ts'
import { orderFilters, searchOf } from './order-query.ts'
import { orderSample } from './order-sample.ts'
import { viewOf } from './order-view.ts'

export const listOrders = defineOperation({
  name: 'listOrders',
  title: 'List orders',
  description:
    'All conditions together. A page may have fewer orders than `limit`, or none, and a `next_cursor` all the same: where ' +
    'few of many orders fit, it tells how far the search has come. Go on until `next_cursor` is null.',
  method: 'GET',
  at: '/orders',
  scope: 'orders:read',
  input: { query: z.strictObject({ ...orderFilters, limit, cursor }) },
  output: listOf(orderResource),
  problems: [],
  sample: {
    query: { q: 'anna', status: ['paid', 'returned'], created_from: '2026-01-01T00:00:00Z', limit: '20' },
    output: { data: [orderSample], next_cursor: null },
  },
  async run({ store, shop }, { limit: most, cursor: from, ...filters }, refuse) {
    const page = await store.orders.search(searchOf(filters), { cursor: from, limit: most })
    if (page === undefined) {
      const detail = `«cursor» ${badCursor}.`
      return refuse('invalid', { detail, errors: [{ in: 'query', field: 'cursor', detail }] })
    }
    return { data: page.orders.map((order) => viewOf({ shop, store }, order)), next_cursor: page.next }
  },
})
