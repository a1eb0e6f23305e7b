import { z } from 'zod'
import { instant, instantOf } from '../../resources/fields.ts'
import { orderEventTypes } from '../../rules/event.ts'
import { defineOperation } from '../define.ts'
import { orderNumber } from '../fields.ts'
import { noOrder } from './changed-order.ts'

const entry = z
  .strictObject({
    event: z.string().meta({ title: 'Event', description: 'Its id in the feed of events.' }),
    type: z.enum(orderEventTypes).meta({ title: 'Type' }),
    happened_at: instant.meta({ title: 'Happened at' }),
  })
  .meta({ id: 'TimelineEntry', title: 'Timeline entry' })

export const getOrderTimeline = defineOperation({
  name: 'getOrderTimeline',
  title: "Get an order's timeline",
  description:
    'What happened to it, oldest first. A deleted order has one too; an imported one begins with its first change here.',
  method: 'GET',
  at: '/orders/{number}/timeline',
  scope: 'orders:read',
  input: { path: z.strictObject({ number: orderNumber }) },
  output: z.strictObject({ data: z.array(entry) }),
  problems: ['notFound'],
  sample: {
    path: { number: '258367' },
    output: {
      data: [
        { event: 'evt_1', type: 'order.created', happened_at: '2026-01-31T18:00:00.000Z' },
        { event: 'evt_2', type: 'order.paid', happened_at: '2026-01-31T18:05:00.000Z' },
      ],
    },
  },
  async run({ store: { orders } }, { number }, refuse) {
    const events = await orders.events(number)
    if (events.length === 0 && (await orders.get(number)) === undefined) {
      return refuse('notFound', { detail: noOrder(number) })
    }
    return {
      data: events.map(({ number: event, type, at }) => ({
        event: `evt_${event}`,
        type,
        happened_at: instantOf(at),
      })),
    }
  },
})
