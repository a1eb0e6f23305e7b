import { z } from 'zod'
import { writeMoney } from '../../rules/money.ts'
import type { Order } from '../../rules/order.ts'
import { leastPayment } from '../../rules/prepayment.ts'
import type { Context } from '../../context.ts'
import { defineFunction } from '../define.ts'
import { flag } from '../flag.ts'
import { itemDetails, itemDetailsOf, orderObject, orderObjectOf } from '../order-object.ts'
import { orderNumber } from '../order-number.ts'
import { orderSample } from '../samples.ts'

const goodInfo = z.strictObject({
  good_ids: z.string().meta({ description: 'Product numbers, with commas between them.' }),
  prepayment_enabled: z.literal([0, 1]).meta({ description: '1: it can be paid in part.' }),
  prepayment_minsum: z.string().meta({ description: 'The least that can be paid in part, like `500.00`.' }),
})

/** Everything about one order (protocol section 8.5). */
export const getOrderDetails = defineFunction({
  name: 'getOrderDetails',
  title: 'Get an order with its products',
  kind: 'read',
  input: z.object({
    bill_id: orderNumber,
    good_info: flag.meta({
      title: 'With product data',
      description: 'Adds product numbers and what can be paid in part.',
    }),
  }),
  output: orderObject.extend({ items: z.array(itemDetails), ...goodInfo.partial().shape }),
  errors: ['orderNumberEmpty', 'orderNotFound'],
  faults: { bill_id: 'orderNumberEmpty' },
  sample: {
    input: { bill_id: '258367', good_info: '1' },
    output: {
      ...orderSample,
      items: [
        { id: 'course', title: 'Course of cooking', sum: '1500.00', price: '2000.00', pincode: '', partners: [] },
      ],
      good_ids: '12549',
      prepayment_enabled: 1,
      prepayment_minsum: '500.00',
    },
  },
  async run({ store }, { bill_id, good_info = false }, refuse) {
    const order = await store.orders.get(bill_id)
    if (order === undefined) return refuse('orderNotFound')
    const details = {
      ...orderObjectOf(order, store.orders.tokenOf(bill_id)),
      items: order.items.map(itemDetailsOf),
    }
    return good_info ? { ...details, ...(await goodInfoOf(order, store)) } : details
  },
})

async function goodInfoOf({ items }: Order, { products }: Context['store']): Promise<z.output<typeof goodInfo>> {
  const sold = await products.withNumbers(items.map(({ product }) => product))
  const known = new Map(sold.map((product) => [product.number, product]))
  const least = leastPayment(items, known)
  return {
    good_ids: items.map(({ product }) => product).join(','),
    prepayment_enabled: least === undefined ? 0 : 1,
    prepayment_minsum: writeMoney(least ?? 0),
  }
}
