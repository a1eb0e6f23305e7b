import { z } from 'zod'
import { intervalOf } from '../../rules/interval.ts'
import { defineFunction } from '../define.ts'
import { flag } from '../flag.ts'
import { jsonList } from '../json-list.ts'
import { itemObject, itemObjectOf, orderObject, orderObjectOf } from '../order-object.ts'
import { productList } from '../product-list.ts'
import { orderSample } from '../samples.ts'

const day = z
  .string()
  .trim()
  .max(20)
  .optional()
  .meta({ type: ['string', 'integer'] })

/** The orders of an interval of at most a month, with their products (protocol section 8.7). */
export const getOrdersWithGoods = defineFunction({
  name: 'getOrdersWithGoods',
  title: 'List a month of orders with their products',
  kind: 'read',
  input: z.object({
    begin_date: day.meta({ title: 'First day', description: '`DD.MM.YYYY`, `YYYY-MM-DD` or Unix seconds.' }),
    end_date: day.meta({ title: 'Last day', description: 'Included; left out: up to now.' }),
    paid: flag.meta({ title: 'Paid', description: 'Only paid orders, by the time of payment.' }),
    goods: productList,
  }),
  output: z.array(orderObject.extend({ items: z.array(itemObject) })),
  errors: [],
  sample: {
    input: { begin_date: '01.01.2024', end_date: '31.01.2024', paid: '1' },
    output: [
      {
        ...orderSample,
        items: [{ id: 'course', title: 'Course of cooking', sum: '1500.00', price: '2000.00', partners: [] }],
      },
    ],
  },
  async run({ store: { orders }, shop, clock }, { begin_date: begin, end_date: end, paid = false, goods }, refuse) {
    const interval = intervalOf({ begin, end, now: clock(), timeZone: shop.timeZone })
    if (interval === undefined) return refuse('wrongData')
    const by = paid ? 'paid' : 'created'
    return jsonList(orders.list({ by, ...interval, products: goods, newest: undefined }), (order) => ({
      ...orderObjectOf(order, orders.tokenOf(order.number)),
      items: order.items.map(itemObjectOf),
    }))
  },
})
