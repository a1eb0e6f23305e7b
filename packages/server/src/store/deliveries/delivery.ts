/** A delivery, from its row and that of its event. */
import type { Kysely } from 'kysely'
import type { ShopEvent } from '../../rules/event.ts'
import { eventFrom } from '../event-rows.ts'
import type { DeliveryState, Tables } from '../schema.ts'

/** An event and an address to tell it to. */
export interface Delivery {
  /** `EVENT-POSITION`: the event's number, and which of its addresses. */
  readonly id: string
  readonly event: ShopEvent
  /** The endpoint's number; null: an address of an old-style notification. */
  readonly endpoint: number | null
  /** Of an endpoint: where it was when the event happened. Each attempt goes to where it is then. */
  readonly url: string
  /** One receiver: scheme, host and port of the URL, or an endpoint. */
  readonly origin: string
  readonly state: DeliveryState
  /** How often it was tried. */
  readonly attempts: number
  /** Unix milliseconds; null: it waits for an earlier event of its subject, or is done. */
  readonly dueAt: number | null
  readonly lastAt: number | null
  readonly lastStatus: number | null
  readonly lastProblem: string
  readonly lastAnswer: string
}

export type DeliveryKey = { event: number; position: number }

/** Undefined where the text is no id of a delivery. */
export function keyIn(id: string): DeliveryKey | undefined {
  const [, event, position] = /^([1-9]\d{0,14})-(\d{1,9})$/.exec(id) ?? []
  return event === undefined || position === undefined
    ? undefined
    : { event: Number(event), position: Number(position) }
}

/**
 * With their events, each looked up by itself: a join may begin with all events of the shop, where a database believes that
 * there are few.
 */
export function deliveriesIn(db: Kysely<Tables>) {
  return db
    .selectFrom('deliveries')
    .selectAll('deliveries')
    .select((eb) => {
      const event = eb
        .selectFrom('events')
        .whereRef('events.shop_id', '=', 'deliveries.shop_id')
        .whereRef('events.number', '=', 'deliveries.event')
      return [
        event.select('events.type').$asScalar().$notNull().as('type'),
        event.select('events.at').$asScalar().$notNull().as('at'),
        event.select('events.data').$asScalar().$notNull().as('data'),
      ]
    })
}

type Row = Awaited<ReturnType<ReturnType<typeof deliveriesIn>['execute']>>[number]

export function deliveryFrom(row: Row): Delivery {
  return {
    id: `${row.event}-${row.position}`,
    event: eventFrom({ number: row.event, type: row.type, at: row.at, data: row.data }),
    endpoint: row.endpoint,
    url: row.url,
    origin: row.origin,
    state: row.state,
    attempts: row.attempts,
    dueAt: row.due_at,
    lastAt: row.last_at,
    lastStatus: row.last_status,
    lastProblem: row.last_problem,
    lastAnswer: row.last_answer,
  }
}
