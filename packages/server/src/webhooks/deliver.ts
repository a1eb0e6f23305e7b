/** Delivers what is due for one shop, as long as there is something. */
import { notificationOf } from '../rules/event.ts'
import type { Delivery } from '../store/deliveries.ts'
import type { ShopStore } from '../store/store.ts'
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
  /** Resolves when there may be something new. */
  readonly changed: () => Promise<void>
  readonly timeoutMs?: number | undefined
}

/** At once to one receiver: a slow one keeps so many attempts waiting, and the others none of theirs. */
const perReceiver = 8

/** Resolves, when nothing is due and nothing under way, to the time at which something will be. */
export async function deliverDue(deliverer: Deliverer): Promise<number | undefined> {
  const { store, clock, signal } = deliverer
  const underWay = new Map<string, Promise<void>>()
  while (!signal.aborted) {
    for (const delivery of await store.deliveries.due(clock(), perReceiver, new Set(underWay.keys()))) {
      const attempt = deliver(deliverer, delivery).finally(() => underWay.delete(delivery.id))
      underWay.set(delivery.id, attempt)
    }
    if (underWay.size > 0) {
      await Promise.race([...underWay.values(), deliverer.changed()])
      continue
    }
    const next = await store.deliveries.nextDueAt()
    // What the last attempt has let go may have come too late to be seen above.
    if (next === undefined || next > clock()) return next
  }
  await Promise.allSettled(underWay.values())
  return clock()
}

async function deliver(deliverer: Deliverer, { id, event, url, attempts }: Delivery): Promise<void> {
  const { store, clock, random, allowPrivate, signal, timeoutMs } = deliverer
  const notification = notificationOf(event.type)
  if (notification === undefined) throw new Error(`No notification tells of ${event.type}.`)
  const token = store.orders.tokenOf(event.order.number)
  const body = notificationBody({ event, notification, key: await deliverer.key(), token })
  const sent = await send({ url, body, allowPrivate, signal, ...(timeoutMs === undefined ? {} : { timeoutMs }) })
  // Stopped, not failed.
  if (signal.aborted && sent.problem !== '') return
  const at = clock()
  const pause = pauseAfter(attempts + 1, random())
  const retry = pause === undefined ? 'failed' : { retryAt: at + pause }
  await store.deliveries.note(id, { at, ...sent }, sent.problem === '' ? 'delivered' : retry)
}
