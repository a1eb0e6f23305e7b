import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { orderNumber } from '../fields.ts'
import { noOrder } from './changed-order.ts'
import { orderSample } from './order-sample.ts'
import { viewOf } from './order-view.ts'

export const restoreOrder = defineOperation({
  name: 'restoreOrder',
  title: 'Restore a deleted order',
  description: 'It is there again as it was, but does not cancel itself any more. One that is there stays as it is.',
  method: 'POST',
  at: '/orders/{number}/restore',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }) },
  output: orderResource,
  problems: ['notFound'],
  sample: { path: { number: '258367' }, output: orderSample },
  async run(context, { number }, refuse) {
    const { orders } = context.store
    await orders.restore(number)
    const order = await orders.get(number)
    return order === undefined ? refuse('notFound', { detail: noOrder(number) }) : viewOf(context, order)
  },
})
