import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { unixTime } from '../fields.ts'
import { flag } from '../flag.ts'
import { jsonList } from '../json-list.ts'
import { orderObject, orderObjectOf } from '../order-object.ts'
import { productList } from '../product-list.ts'
import { orderSample } from '../samples.ts'

/** The most that a call gives; of more, the newest (protocol section 8.8). */
const most = 1_000

const bound = unixTime
  .or(z.literal('').transform(() => undefined))
  .optional()
  .meta({ type: 'integer' })

/** Orders without their products: the older form of getOrdersWithGoods (protocol section 8.8). */
export const GetOrders = defineFunction({
  name: 'GetOrders',
  title: 'List orders without their products',
  kind: 'read',
  input: z.object({
    date_s: bound.meta({ title: 'From', description: 'In Unix seconds; left out: from the first.' }),
    date_e: bound.meta({ title: 'To', description: 'In Unix seconds, included; left out: up to the last.' }),
    paid: flag.meta({ title: 'Paid', description: 'Only paid orders, by the time of payment.' }),
    goods: productList,
  }),
  output: z.array(orderObject).max(most),
  errors: [],
  sample: { input: { date_s: '1700000000', date_e: '1700003600' }, output: [orderSample] },
  async run({ store: { orders } }, { date_s: from, date_e: to, paid = false, goods }) {
    const interval = { from, to: to === undefined ? undefined : to + 999 }
    const by = paid ? 'paid' : 'created'
    return jsonList(orders.list({ by, ...interval, products: goods, newest: most }), (order) =>
      orderObjectOf(order, orders.tokenOf(order.number)),
    )
  },
})
