/** A delivery as the commands show it. */
import type { ShopEvent } from '../../rules/event.ts'
import type { Delivery } from '../../store/deliveries/delivery.ts'
import { CommandError } from '../command-error.ts'
import { readableTime } from '../shop/describe.ts'

/** For `--json`. */
export function deliveryJson(delivery: Delivery): Readonly<Record<string, unknown>> {
  const { id, event, endpoint, url, state, attempts, dueAt, lastAt, lastStatus, lastProblem, lastAnswer } = delivery
  return {
    id,
    event: event.type,
    order: 'order' in event ? event.order.number : null,
    product: 'product' in event ? event.product.number : null,
    endpoint,
    url,
    state,
    attempts,
    next_attempt: timeOrNull(dueAt),
    last_attempt: timeOrNull(lastAt),
    last_status: lastStatus,
    last_problem: lastProblem,
    last_answer: lastAnswer,
  }
}

/** The number of the order, product or endpoint that an event is about: its type says which. */
export function numberIn(event: ShopEvent): number {
  if ('order' in event) return event.order.number
  return 'product' in event ? event.product.number : event.endpoint.number
}

export function kindOf({ type }: ShopEvent): string {
  return type.slice(0, type.indexOf('.'))
}

export function readableState({ state, dueAt }: Delivery): string {
  if (state !== 'pending') return state
  return dueAt === null ? 'waits for an earlier event' : `due ${readableTime(dueAt)}`
}

export function unknownDelivery(id: string): CommandError {
  return new CommandError(
    `There is no delivery ${id}, or it was done with long ago and has gone (--keep-deliveries of «serve»). ` +
      '«billkeep deliveries list» shows those there are.',
  )
}

function timeOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : new Date(milliseconds).toISOString()
}
