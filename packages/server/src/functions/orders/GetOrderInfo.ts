import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { orderObject, orderObjectOf } from '../order-object.ts'
import { orderNumber } from '../order-number.ts'
import { orderSample } from '../samples.ts'

/** One order without its products: the older form of getOrderDetails (protocol section 8.6). */
export const GetOrderInfo = defineFunction({
  name: 'GetOrderInfo',
  title: 'Get an order without its products',
  kind: 'read',
  input: z.object({ bill_id: orderNumber }),
  output: orderObject,
  errors: ['orderNumberEmpty', 'orderNotFound'],
  faults: { bill_id: 'orderNumberEmpty' },
  sample: { input: { bill_id: '258367' }, output: orderSample },
  async run({ store }, { bill_id }, refuse) {
    const order = await store.orders.get(bill_id)
    return order === undefined ? refuse('orderNotFound') : orderObjectOf(order, store.orders.tokenOf(bill_id))
  },
})
