/** An event as API v1 shows it, and what of it webhooks tell. */
import { z } from 'zod'
import { type EventType, eventTypes, type Happening } from '../rules/event.ts'
import { endpointNoticeOf, endpointNoticeResource } from './endpoint.ts'
import { instant, instantOf, number } from './fields.ts'
import { orderResource, orderResourceOf } from './order.ts'
import { productResource, productResourceOf } from './product.ts'

export const eventId = z
  .string()
  .regex(/^evt_[1-9]\d{0,14}$/, 'must be the id of an event, like evt_17')
  .meta({ title: 'Event', description: 'Its id, which ascends in the shop: `evt_17`.' })

const eventData = z
  .union([orderResource, productResource, endpointNoticeResource])
  .meta({ title: 'Data', description: 'The order, product or endpoint, as it was right after.' })

export const eventResource = z
  .strictObject({
    id: eventId,
    type: z.enum(eventTypes).meta({ title: 'Type', description: 'What it is about, and what happened to it.' }),
    happened_at: instant.meta({ title: 'Happened at' }),
    order: number.nullable().meta({ title: 'Order', description: 'The number of the order that it is about.' }),
    product: number.nullable().meta({ title: 'Product', description: 'The number of the product that it is about.' }),
    data: eventData.nullable().meta({
      title: 'Data',
      description:
        'The order, product or endpoint, as it was right after; of a deleted product, as it was before. Null: so old that ' +
        'it is not kept any more.',
    }),
  })
  .meta({ id: 'Event', title: 'Event' })
export type EventResource = z.output<typeof eventResource>

export interface ShopView {
  /** ISO 4217. */
  readonly currency: string
  /** As `Orders.tokenOf` gives it. */
  readonly tokenOf: (order: number) => string
}

export function eventIdOf(event: number): string {
  return `evt_${event}`
}

/** The number of the order and of the product that an event of this `subject` is about. */
export function aboutOf(subject: number): { readonly order: number | null; readonly product: number | null } {
  return { order: subject > 0 ? subject : null, product: subject < 0 ? -subject : null }
}

/** As the store has it. */
interface PastEvent {
  readonly number: number
  readonly type: EventType
  readonly at: number
  readonly subject: number
  readonly event: Happening | undefined
}

export function eventResourceOf({ number: event, type, at, subject, event: told }: PastEvent, shop: ShopView) {
  return {
    id: eventIdOf(event),
    type,
    happened_at: instantOf(at),
    ...aboutOf(subject),
    data: told === undefined ? null : eventDataOf(told, shop),
  } satisfies EventResource
}

export function eventDataOf(happening: Happening, { currency, tokenOf }: ShopView): z.output<typeof eventData> {
  if ('order' in happening) {
    return orderResourceOf(happening.order, { currency, token: tokenOf(happening.order.number) })
  }
  return 'product' in happening ? productResourceOf(happening.product, currency) : endpointNoticeOf(happening.endpoint)
}
