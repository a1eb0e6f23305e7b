import { z } from 'zod'
import type { StatusChange } from '../../rules/order-status.ts'
import { defineFunction } from '../define.ts'
import { nothing, unixTime } from '../fields.ts'
import { plainText } from '../order-fields.ts'
import { orderNumber } from '../order-number.ts'

const statuses = ['sent', 'paid', 'return', 'cancel'] as const

const input = z.object({
  bill_id: orderNumber,
  // Null: no known word.
  status: z
    .enum(statuses)
    .nullable()
    .catch(null)
    .meta({
      title: 'Status',
      description: 'What became of the order.',
      type: 'string',
      enum: [...statuses],
    }),
  date: plainText.default('').meta({
    title: 'Date',
    description: 'When it was paid or sent, in Unix seconds; needed for these two.',
    type: 'integer',
  }),
  rpo: plainText.default('').meta({
    title: 'Tracking number',
    description: 'Of the parcel; needed for an order that is sent.',
  }),
})

/** Marks an order as paid, sent, returned or cancelled (protocol section 8.3). */
export const UpdateOrderStatus = defineFunction({
  name: 'UpdateOrderStatus',
  title: "Change an order's status",
  kind: 'write',
  success: 'orderStatusChanged',
  input,
  output: nothing,
  errors: ['orderNumberEmpty', 'nonexistentOrder', 'wrongStatus', 'orderNotPaid'],
  faults: { bill_id: 'orderNumberEmpty' },
  sample: { input: { bill_id: '258367', status: 'paid', date: '1700003600' }, output: [] },
  async run({ store: { orders } }, given, refuse) {
    const change = changeIn(given)
    if (typeof change === 'string') {
      // Of several faults the first decides, and an unknown order comes before what is said of it (protocol section 8.3).
      return refuse((await orders.get(given.bill_id)) === undefined ? 'nonexistentOrder' : change)
    }
    const { outcome } = await orders.change(given.bill_id, change)
    if (outcome === 'unknownOrder') return refuse('nonexistentOrder')
    if (outcome === 'wrongStatus') return refuse('wrongStatus')
    if (outcome === 'notPaid') return refuse('orderNotPaid')
    return []
  },
})

/** What is asked for, or why that is nothing. */
function changeIn({ status, date, rpo }: z.output<typeof input>): StatusChange | 'wrongStatus' | 'wrongData' {
  if (status === null) return 'wrongStatus'
  // Clients send a date always: here it does not count.
  if (status === 'cancel' || status === 'return') return { to: status }
  const at = unixTime.safeParse(date).data
  if (at === undefined) return 'wrongData'
  if (status === 'paid') return { to: status, at, payway: '' }
  return rpo === '' ? 'wrongData' : { to: status, at, rpo }
}
