/** A delivery as the commands show it. */
import type { Delivery } from '../../store/deliveries.ts'
import { CommandError } from '../command-error.ts'
import { readableTime } from '../shop/describe.ts'

/** For `--json`. */
export function deliveryJson(delivery: Delivery): Readonly<Record<string, unknown>> {
  const { id, event, url, state, attempts, dueAt, lastAt, lastStatus, lastProblem, lastAnswer } = delivery
  return {
    id,
    event: event.type,
    order: event.order.number,
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
