import { z } from 'zod'
import { eventResource } from '../../resources/event.ts'
import { defineOperation } from '../define.ts'
import { eventNumber } from './event-number.ts'
import { eventSample } from './event-sample.ts'
import { eventView } from './event-view.ts'

export const getEvent = defineOperation({
  name: 'getEvent',
  title: 'Get an event',
  method: 'GET',
  at: '/events/{event}',
  scope: 'events:read',
  input: { path: z.strictObject({ event: eventNumber }) },
  output: eventResource,
  problems: ['notFound'],
  sample: { path: { event: 'evt_17' }, output: eventSample },
  async run(context, { event: number }, refuse) {
    const event = await context.store.events.find(number)
    if (event === undefined) return refuse('notFound', { detail: `There is no event «evt_${number}».` })
    return eventView(context, event)
  },
})
