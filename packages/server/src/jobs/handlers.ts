/** What there is to do, by kind. */
import type { Actor } from '../rules/actor.ts'
import type { JobKind } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { deliverDue } from '../webhooks/deliver.ts'
import type { Handler } from './runner.ts'

export interface HandlerOptions {
  readonly store: Store
  readonly clock: () => number
  /** Whether notifications may go to addresses that are not of the public internet. */
  readonly allowPrivateTargets: boolean
  /** From 0 up to 1. */
  readonly random?: () => number
  /** For an attempt to deliver; left out: that of the protocol. */
  readonly timeoutMs?: number
}

export function handlersFor(options: HandlerOptions): Readonly<Record<JobKind, Handler>> {
  const { store, clock, allowPrivateTargets: allowPrivate, random = Math.random, timeoutMs } = options
  return {
    // Of a shop that is switched off, too: what happened before is to be told.
    deliveries: async ({ job: { shopId, kind }, signal, changed }) =>
      deliverDue({
        store: store.forShop(shopId, actorOf(kind)),
        key: () => store.shops.keyOf(shopId),
        clock,
        random,
        allowPrivate,
        signal,
        changed,
        timeoutMs,
      }),
    timers: async ({ job: { shopId, kind } }) => {
      const { orders } = store.forShop(shopId, actorOf(kind))
      return (await orders.cancelOverdue()).nextAt
    },
  }
}

function actorOf(kind: JobKind): Actor {
  return { face: 'job', name: kind, address: '' }
}
