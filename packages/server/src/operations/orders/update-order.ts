import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { orderNumber, text } from '../fields.ts'
import { noOrder } from './changed-order.ts'
import { orderSample } from './order-sample.ts'
import { viewOf } from './order-view.ts'

const body = z.strictObject({
  tag: text.optional().meta({ title: 'Tag', description: 'A label of your own.' }),
  comment: text.optional().meta({ title: 'Comment' }),
})

export const updateOrder = defineOperation({
  name: 'updateOrder',
  title: 'Change the tag or comment of an order',
  description: 'What is left out stays. What was bought and by whom does not change.',
  method: 'PATCH',
  at: '/orders/{number}',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }), body },
  output: orderResource,
  problems: ['notFound'],
  sample: { path: { number: '258367' }, body: { tag: 'vip' }, output: { ...orderSample, tag: 'vip' } },
  async run(context, { number, tag, comment }, refuse) {
    const { orders } = context.store
    await orders.note(number, { tag, comment })
    const order = await orders.get(number)
    return order === undefined ? refuse('notFound', { detail: noOrder(number) }) : viewOf(context, order)
  },
})
