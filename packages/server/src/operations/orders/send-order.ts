import { z } from 'zod'
import { orderResource } from '../../resources/order.ts'
import { defineOperation } from '../define.ts'
import { moment, orderNumber, text } from '../fields.ts'
import { changedOrder } from './changed-order.ts'
import { orderSample } from './order-sample.ts'

const body = z.strictObject({
  tracking_number: text.default('').meta({ title: 'Tracking number', description: 'Of the parcel.' }),
  sent_at: moment.optional().meta({ title: 'Sent at', description: 'Left out: now.' }),
})

export const sendOrder = defineOperation({
  name: 'sendOrder',
  title: 'Mark an order as sent',
  description: 'Notes that it was sent by post. Said again, the new number and time count.',
  method: 'POST',
  at: '/orders/{number}/send',
  scope: 'orders:write',
  input: { path: z.strictObject({ number: orderNumber }), body },
  output: orderResource,
  problems: ['notFound', 'wrongState'],
  sample: {
    path: { number: '258367' },
    body: { tracking_number: 'RA123456785RU' },
    output: { ...orderSample, sent_at: '2026-02-01T09:00:00.000Z', tracking_number: 'RA123456785RU' },
  },
  async run(context, { number, tracking_number: rpo, sent_at }, refuse) {
    return changedOrder(context, number, { to: 'sent', at: sent_at ?? context.clock(), rpo }, refuse)
  },
})
