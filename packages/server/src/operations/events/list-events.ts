import { z } from 'zod'
import { eventResource } from '../../resources/event.ts'
import { eventTypes } from '../../rules/event.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor } from '../paging.ts'
import { eventNumber } from './event-number.ts'
import { eventSample } from './event-sample.ts'
import { eventView } from './event-view.ts'

const query = z.strictObject({
  type: z
    .preprocess((given) => (typeof given === 'string' ? [given] : given), z.array(z.enum(eventTypes)).optional())
    .optional()
    .meta({ title: 'Type', description: 'May be given several times: any of these.' }),
  sort: z.enum(['number', '-number']).default('-number').meta({ title: 'Sort', description: '`-`: the last first.' }),
  after: eventNumber.optional().meta({ title: 'After', description: 'The id of an event: only what happened later.' }),
  before: eventNumber
    .optional()
    .meta({ title: 'Before', description: 'The id of an event: only what happened earlier.' }),
  limit,
  cursor: numberCursor,
})

export const listEvents = defineOperation({
  name: 'listEvents',
  title: 'List events',
  description:
    'What happened to orders, products and webhook endpoints. To hear of all, ask with `sort=number` and, in `after`, the ' +
    'last id that you know: an event is seen when all before it are. A page may have fewer events than `limit`, or none, ' +
    'and a `next_cursor` all the same, where few of many are of the types that are asked for.',
  method: 'GET',
  at: '/events',
  scope: 'events:read',
  input: { query },
  output: listOf(eventResource),
  problems: [],
  sample: { query: { type: ['order.paid'], after: 'evt_1' }, output: { data: [eventSample], next_cursor: null } },
  async run(context, { type: types, sort, after, before, limit: most, cursor }) {
    const isUp = sort === 'number'
    const { events, next } = await context.store.events.list({
      types,
      order: isUp ? 'oldest first' : 'newest first',
      after: isUp ? (cursor ?? after) : after,
      before: isUp ? before : (cursor ?? before),
      limit: most,
    })
    return listAnswer({ items: events, next: next ?? null }, (event) => eventView(context, event))
  },
})
