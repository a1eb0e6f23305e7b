import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { orderNumber } from '../fields.ts'
import { changedOrder } from './changed-order.ts'
import { orderSample } from './order-sample.ts'

export const returnOrder = defineOperation({
  name: 'returnOrder',
  title: 'Return an order',
  description: 'Notes that a paid order was given back for its money. One that is returned stays so.',
  method: 'POST',
  at: '/orders/{number}/return',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }) },
  output: orderResource,
  problems: ['notFound', 'wrongState'],
  sample: { path: { number: '258367' }, output: { ...orderSample, status: 'returned' } },
  run: async (context, { number }, refuse) => changedOrder(context, number, { to: 'return' }, refuse),
})
