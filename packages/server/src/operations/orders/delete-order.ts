import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { orderNumber } from '../fields.ts'
import { noOrder } from './changed-order.ts'

export const deleteOrder = defineOperation({
  name: 'deleteOrder',
  title: 'Delete an order',
  description: 'Hides it from everything; its number is not given again, and it can be restored.',
  method: 'DELETE',
  at: '/orders/{number}',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { number: '258367' }, output: null },
  async run({ store }, { number }, refuse) {
    const outcome = await store.orders.delete(number)
    return outcome === 'deleted' ? null : refuse('notFound', { detail: noOrder(number) })
  },
})
