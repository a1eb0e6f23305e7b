import { z } from 'zod'
import { deliveryResource, deliveryResourceOf, deliveryState } from '../../resources/delivery.ts'
import { defineOperation } from '../define.ts'
import { eventNumber } from '../events/event-number.ts'
import { orderNumber } from '../fields.ts'
import { limit, listOf } from '../paging.ts'
import { deliverySample } from './delivery-sample.ts'
import { endpointNumber } from './endpoint-called.ts'

const cursor = z
  .string()
  .transform((text, context) => {
    const [, id] = /^delivery:(\d{1,15}-\d{1,9})$/.exec(Buffer.from(text, 'base64url').toString('latin1')) ?? []
    if (id !== undefined) return id
    context.addIssue('must be the «next_cursor» of the page before')
    return z.NEVER
  })
  .optional()
  .meta({ title: 'Cursor', description: '`next_cursor` of the page before; left out: the first page.' })

export const listDeliveries = defineOperation({
  name: 'listDeliveries',
  title: 'List deliveries',
  description:
    'The latest event first, to endpoints and to addresses of old-style notifications. All conditions together.',
  method: 'GET',
  at: '/deliveries',
  scope: 'webhooks:read',
  input: {
    query: z.strictObject({
      endpoint: endpointNumber.optional().meta({ title: 'Endpoint', description: 'Its number.' }),
      event: eventNumber.optional(),
      order: orderNumber.optional().meta({ title: 'Order', description: 'The number of the order that they tell of.' }),
      state: deliveryState.optional(),
      limit,
      cursor,
    }),
  },
  output: listOf(deliveryResource),
  problems: [],
  sample: { query: { endpoint: '1', state: 'delivered' }, output: { data: [deliverySample], next_cursor: null } },
  async run({ store }, { limit: most, cursor: after, ...filter }) {
    const found = await store.deliveries.list({ ...filter, after, limit: most + 1 })
    const page = found.slice(0, most)
    const last = found.length > most ? page.at(-1) : undefined
    return {
      data: page.map(deliveryResourceOf),
      next_cursor: last === undefined ? null : Buffer.from(`delivery:${last.id}`, 'latin1').toString('base64url'),
    }
  },
})
