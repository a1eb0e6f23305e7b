import { z } from 'zod'
import { customerResource, type CustomerResource } from '../../resources/customer.ts'
import { instantOf } from '../../resources/fields.ts'
import { orderResource, statusWords } from '../../resources/order.ts'
import type { Order } from '../../rules/order.ts'
import { payStatuses } from '../../rules/order.ts'
import type { OperationContext } from '../context.ts'
import { defineOperation } from '../define.ts'
import { emailAddress } from '../fields.ts'
import { orderFilters, searchOf } from '../orders/order-query.ts'
import { orderSample } from '../orders/order-sample.ts'
import { viewOf } from '../orders/order-view.ts'
import { limit, listOf } from '../paging.ts'

type Totals = Awaited<ReturnType<OperationContext['store']['orders']['customerTotals']>>

export const getCustomer = defineOperation({
  name: 'getCustomer',
  title: 'Get a customer',
  description:
    'Who has ordered under an address, what the orders come to, and the newest of them. `orders.next_cursor` gets more of them ' +
    'from `GET /orders?email=…`, with that address and no other condition.',
  method: 'GET',
  at: '/customers/{email}',
  scope: 'orders:read',
  input: { path: z.strictObject({ email: emailAddress }), query: z.strictObject({ limit }) },
  output: customerResource.extend({
    orders: listOf(orderResource).meta({ title: 'Orders', description: 'Newest first.' }),
  }),
  problems: ['notFound'],
  sample: {
    path: { email: 'anna@example.com' },
    query: { limit: '20' },
    output: {
      email: 'anna@example.com',
      first_name: 'Anna',
      last_name: 'Smith',
      middle_name: '',
      phone: '+44 20 7946 0000',
      currency: 'EUR',
      totals: { orders: 1, amount: 150_000, paid_orders: 1, paid_amount: 150_000 },
      statuses: [{ status: 'paid', orders: 1, amount: 150_000 }],
      first_order_at: '2026-01-31T18:00:00.000Z',
      last_order_at: '2026-01-31T18:00:00.000Z',
      orders: { data: [orderSample], next_cursor: null },
    },
  },
  async run({ store, shop }, { email, limit: most }, refuse) {
    const { orders } = store
    const page = await orders.search(newestOf(email), { cursor: undefined, limit: most })
    const totals = await orders.customerTotals(email)
    const [newest] = page?.orders ?? []
    if (page === undefined || newest === undefined || totals.length === 0) {
      return refuse('notFound', { detail: `There is no order of ${email}.` })
    }
    return {
      ...customerOf(newest, totals, shop.currency),
      orders: { data: page.orders.map((order) => viewOf({ shop, store }, order)), next_cursor: page.next },
    }
  },
})

/** What `GET /orders?email=…` looks for, so that cursors are the same. */
function newestOf(email: string): ReturnType<typeof searchOf> {
  return searchOf(z.strictObject(orderFilters).parse({ email }))
}

function customerOf(newest: Order, totals: Totals, currency: string): CustomerResource {
  const { email, first_name, last_name, middle_name, phone } = newest
  const paid = totals.find(({ status }) => status === 'paid')
  return {
    email,
    first_name,
    last_name,
    middle_name,
    phone,
    currency,
    totals: {
      orders: totals.reduce((sum, { orders }) => sum + orders, 0),
      amount: totals.reduce((sum, { sumMinor }) => sum + sumMinor, 0),
      paid_orders: paid?.orders ?? 0,
      paid_amount: paid?.sumMinor ?? 0,
    },
    statuses: payStatuses.flatMap((word) =>
      totals
        .filter(({ status }) => status === word)
        .map(({ orders, sumMinor }) => ({ status: statusWords[word], orders, amount: sumMinor })),
    ),
    first_order_at: instantOf(Math.min(...totals.map(({ first }) => first))),
    last_order_at: instantOf(Math.max(...totals.map(({ last }) => last))),
  }
}
