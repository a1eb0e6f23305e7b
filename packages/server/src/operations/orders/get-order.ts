import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { orderNumber } from '../fields.ts'
import { orderSample } from './order-sample.ts'
import { viewOf } from './order-view.ts'

export const getOrder = defineOperation({
  name: 'getOrder',
  title: 'Get an order',
  method: 'GET',
  at: '/orders/{number}',
  scope: 'orders:read',
  input: { path: z.strictObject({ number: orderNumber }) },
  output: orderResource,
  problems: ['notFound'],
  sample: { path: { number: '258367' }, output: orderSample },
  async run(context, { number }, refuse) {
    const order = await context.store.orders.get(number)
    return order === undefined ? refuse('notFound', { detail: `There is no order ${number}.` }) : viewOf(context, order)
  },
})
