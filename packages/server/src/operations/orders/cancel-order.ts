import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { orderNumber } from '../fields.ts'
import { changedOrder } from './changed-order.ts'
import { orderSample } from './order-sample.ts'

export const cancelOrder = defineOperation({
  name: 'cancelOrder',
  title: 'Cancel an order',
  description: 'Of an order that waits for payment. One that is cancelled stays so.',
  method: 'POST',
  at: '/orders/{number}/cancel',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }) },
  output: orderResource,
  problems: ['notFound', 'wrongState'],
  sample: { path: { number: '258367' }, output: { ...orderSample, status: 'cancelled' } },
  run: async (context, { number }, refuse) => changedOrder(context, number, { to: 'cancel' }, refuse),
})
