/** Delivers what is due for one shop, as long as there is something. */
import { notificationOf } from '../rules/event.ts'
import type { Delivery } from '../store/deliveries.ts'
import type { ShopStore } from '../store/store.ts'
import { Alarm } from './alarm.ts'
import { notificationBody } from './notification.ts'
import { pauseAfter } from './schedule.ts'
import { send } from './send.ts'

export interface Deliverer {
  readonly store: Pick<ShopStore, 'deliveries' | 'orders'>
  /** The shop's present key, which signs. */
  readonly key: () => Promise<string>
  readonly clock: () => number
  /** From 0 up to 1. */
  readonly random: () => number
  readonly allowPrivate: boolean
  /** Ends all attempts; what was not noted is tried again by whoever has the job next. */
  readonly signal: AbortSignal
  /** Whether this process may begin an attempt, or somebody else may be at it. */
  readonly isHeld: () => boolean
  /** Is called when there may be something new, until the function that it returns is called. */
  readonly onChanged: (listener: () => void) => () => void
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

async function deliver(deliverer: Deliverer, { id, event, url, attempts }: Delivery): Promise<void> {
  const { store, clock, random, allowPrivate, signal, isHeld, timeoutMs } = deliverer
  const notification = notificationOf(event.type)
  if (notification === undefined) throw new Error(`No notification tells of ${event.type}.`)
  const token = store.orders.tokenOf(event.order.number)
  const body = notificationBody({ event, notification, key: await deliverer.key(), token })
  if (!isHeld()) return
  const sent = await send({ url, body, allowPrivate, signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  // Stopped, not failed.
  if (signal.aborted && sent.problem !== '') return
  const at = clock()
  const pause = pauseAfter(attempts + 1, random())
  const retry = pause === undefined ? 'failed' : { retryAt: at + pause }
  await store.deliveries.note(id, { at, ...sent }, sent.problem === '' ? 'delivered' : retry)
}
