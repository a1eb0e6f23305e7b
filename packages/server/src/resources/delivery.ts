/** A delivery as API v1 shows it: an event on its way to an endpoint, or to an address of an old-style notification. */
import { z } from 'zod'
import { eventTypes, type Happening, subjectOf } from '../rules/event.ts'
import { aboutOf, eventId, eventIdOf } from './event.ts'
import { instant, instantOrNull, number } from './fields.ts'

const deliveryStates = ['pending', 'delivered', 'failed'] as const

export const deliveryState = z.enum(deliveryStates).meta({
  title: 'State',
  description: '`pending`: on its way. `failed`: not tried any more.',
})

export const deliveryResource = z
  .strictObject({
    id: z.string().meta({ title: 'Delivery', description: 'Its id, like `17-0`.' }),
    event: eventId,
    type: z.enum(eventTypes).meta({ title: 'Type', description: 'Of the event.' }),
    order: number.nullable().meta({ title: 'Order', description: 'The number of the order that it is about.' }),
    product: number.nullable().meta({ title: 'Product', description: 'The number of the product that it is about.' }),
    endpoint: number.nullable().meta({
      title: 'Endpoint',
      description: "The webhook endpoint's number; null: an old-style notification.",
    }),
    url: z.string().meta({
      title: 'Address',
      description: 'Of an endpoint, where it was when the event happened; each attempt goes to where it is then.',
    }),
    state: deliveryState,
    attempts: z.int().min(0).meta({ title: 'Attempts', description: 'How often it was tried.' }),
    next_attempt_at: instant.nullable().meta({
      title: 'Next attempt at',
      description: 'Null: it is done, or waits until an earlier event of the order or product is told.',
    }),
    last_attempt_at: instant.nullable().meta({ title: 'Last attempt at' }),
    last_status: z.int().nullable().meta({ title: 'Last status', description: 'HTTP status; null: no answer.' }),
    last_problem: z.string().nullable().meta({ title: 'Last problem', description: 'Why the last attempt failed.' }),
    last_answer: z.string().meta({ title: 'Last answer', description: 'The beginning of what was answered.' }),
  })
  .meta({ id: 'Delivery', title: 'Delivery' })
export type DeliveryResource = z.output<typeof deliveryResource>

export const deliveryWithContentResource = z
  .strictObject({
    ...deliveryResource.shape,
    content: z.string().meta({
      title: 'Content',
      description:
        'What it tells: the JSON of a webhook, or the form of an old-style notification without its `hash`. The order or ' +
        'product in it is as it was right after the event.',
    }),
  })
  .meta({ id: 'DeliveryWithContent', title: 'Delivery with its content' })

/** As the store has it. */
interface Delivery {
  readonly id: string
  readonly event: Happening & { readonly number: number }
  readonly endpoint: number | null
  readonly url: string
  readonly state: (typeof deliveryStates)[number]
  readonly attempts: number
  readonly dueAt: number | null
  readonly lastAt: number | null
  readonly lastStatus: number | null
  readonly lastProblem: string
  readonly lastAnswer: string
}

export function deliveryResourceOf(delivery: Delivery): DeliveryResource {
  const { event } = delivery
  return {
    id: delivery.id,
    event: eventIdOf(event.number),
    type: event.type,
    ...aboutOf(subjectOf(event)),
    endpoint: delivery.endpoint,
    url: delivery.url,
    state: delivery.state,
    attempts: delivery.attempts,
    next_attempt_at: instantOrNull(delivery.dueAt),
    last_attempt_at: instantOrNull(delivery.lastAt),
    last_status: delivery.lastStatus,
    last_problem: delivery.lastProblem === '' ? null : delivery.lastProblem,
    last_answer: delivery.lastAnswer,
  }
}
