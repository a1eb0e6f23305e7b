/** Delivers what is due for one shop, as long as there is something. */
import type { Delivery } from '../store/deliveries/delivery.ts'
import type { EndpointStep } from '../store/endpoints/health.ts'
import type { ShopStore } from '../store/store.ts'
import { Alarm } from './alarm.ts'
import { letterFor, type Writer } from './letter.ts'
import { pauseAfter } from './schedule.ts'
import { send } from './send.ts'

export interface Deliverer extends Writer {
  readonly store: Pick<ShopStore, 'deliveries' | 'endpoints' | 'orders'>
  /** From 0 up to 1. */
  readonly random: () => number
  readonly allowPrivate: boolean
  /** Ends all attempts; what was not noted is tried again by whoever has the job next. */
  readonly signal: AbortSignal
  /** Whether this process may begin an attempt, or somebody else may be at it. */
  readonly isHeld: () => boolean
  /** Is called when there may be something new, until the function that it returns is called. */
  readonly onChanged: (listener: () => void) => () => void
  /** Is told of an endpoint that fails, or is told nothing any more. */
  readonly onStep?: (step: EndpointStep) => void
  /** For an attempt; left out: as long as what is sent may take. */
  readonly timeoutMs?: number | undefined
}

/** At once to one receiver: a slow one keeps so many attempts waiting, and the others none of theirs. */
const perReceiver = 8

/**
 * Resolves, when nothing is due and nothing under way, to the time at which something will be. Rejects when the store
 * failed; then, too, nothing is under way any more, as the next one may begin at once.
 */
export async function deliverDue(deliverer: Deliverer): Promise<number | undefined> {
  const alarm = new Alarm()
  const unhear = deliverer.onChanged(() => {
    alarm.ring()
  })
  const underWay = new Map<string, Promise<void>>()
  try {
    return await deliverAll(deliverer, underWay, alarm)
  } finally {
    unhear()
    await Promise.allSettled(underWay.values())
  }
}

async function deliverAll(
  deliverer: Deliverer,
  underWay: Map<string, Promise<void>>,
  alarm: Alarm,
): Promise<number | undefined> {
  const { store, clock, isHeld } = deliverer
  const failures: unknown[] = []
  while (isHeld()) {
    if (failures.length > 0) throw failures[0]
    for (const delivery of await store.deliveries.due(clock(), perReceiver, new Set(underWay.keys()))) {
      const attempt = deliver(deliverer, delivery)
        .catch((error: unknown) => {
          failures.push(error)
        })
        .finally(() => {
          underWay.delete(delivery.id)
          alarm.ring()
        })
      underWay.set(delivery.id, attempt)
    }
    if (underWay.size > 0) {
      await alarm.wait()
      continue
    }
    const next = await store.deliveries.nextDueAt()
    // What the last attempt has let go may have come too late to be seen above.
    if (next === undefined || next > clock()) return next
  }
  return clock()
}

async function deliver(deliverer: Deliverer, delivery: Delivery): Promise<void> {
  const { store, clock, random, allowPrivate, signal, isHeld, onStep } = deliverer
  const letter = await letterFor(deliverer, delivery)
  if (!isHeld()) return
  if (letter === undefined) return store.deliveries.end(delivery.id, 'the endpoint is disabled, or gone')
  const { url, headers, body, timeoutMs = letter.timeoutMs } = { ...letter, timeoutMs: deliverer.timeoutMs }
  const sent = await send({ url, headers, body, allowPrivate, signal, timeoutMs })
  // Stopped, not failed.
  if (signal.aborted && sent.problem !== '') return
  const at = clock()
  const pause = pauseAfter(letter.schedule, delivery.attempts + 1, random())
  const retry = pause === undefined ? 'failed' : { retryAt: at + pause }
  const step = await store.deliveries.note(delivery.id, { at, ...sent }, sent.problem === '' ? 'delivered' : retry)
  if (step !== undefined) onStep?.(step)
}
