import { z } from 'zod'
import type { StatusChange } from '../../rules/order-status.ts'
import { defineFunction } from '../define.ts'
import { nothing, unixTime } from '../fields.ts'
import { orderNumber } from '../order-number.ts'

const statuses = ['sent', 'paid', 'return', 'cancel'] as const

/** Marks an order as paid, sent, returned or cancelled (protocol section 8.3). */
export const UpdateOrderStatus = defineFunction({
  name: 'UpdateOrderStatus',
  title: "Change an order's status",
  kind: 'write',
  success: 'orderStatusChanged',
  input: z
    .object({
      bill_id: orderNumber,
      status: z.enum(statuses).meta({ title: 'Status', description: 'What became of the order.' }),
      date: z.string().trim().default('').meta({
        title: 'Date',
        description: 'When it was paid or sent, in Unix seconds; needed for these two.',
      }),
      rpo: z
        .string()
        .trim()
        .optional()
        .meta({ title: 'Tracking number', description: 'Of the parcel; needed for an order that is sent.' }),
    })
    // Elsewhere it is ignored: clients send it always.
    .refine(({ status, date }) => (status !== 'paid' && status !== 'sent') || unixTime.safeParse(date).success, {
      path: ['date'],
    })
    .refine(({ status, rpo = '' }) => rpo !== '' || status !== 'sent', { path: ['rpo'] }),
  output: nothing,
  errors: ['orderNumberEmpty', 'wrongStatus', 'nonexistentOrder', 'orderNotPaid'],
  faults: { bill_id: 'orderNumberEmpty', status: 'wrongStatus' },
  sample: { input: { bill_id: '258367', status: 'paid', date: '1700003600' }, output: [] },
  async run({ store }, { bill_id, status, date, rpo = '' }, refuse) {
    const { outcome } = await store.orders.change(bill_id, changeTo(status, Number(date) * 1_000, rpo))
    if (outcome === 'unknownOrder') return refuse('nonexistentOrder')
    if (outcome === 'wrongStatus') return refuse('wrongStatus')
    if (outcome === 'notPaid') return refuse('orderNotPaid')
    return []
  },
})

function changeTo(status: (typeof statuses)[number], at: number, rpo: string): StatusChange {
  if (status === 'paid') return { to: 'paid', at, payway: '' }
  return status === 'sent' ? { to: 'sent', at, rpo } : { to: status }
}
