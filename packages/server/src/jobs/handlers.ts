/** What there is to do, by kind. */
import type { Logger } from 'pino'
import type { Actor } from '../rules/actor.ts'
import type { Keep } from '../rules/keep.ts'
import type { EndpointStep } from '../store/endpoints/health.ts'
import type { JobKind } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import { deliverDue } from '../webhooks/deliver.ts'
import type { Handler } from './runner.ts'

export interface HandlerOptions {
  readonly store: Store
  readonly clock: () => number
  /** Whether notifications may go to addresses that are not of the public internet. */
  readonly allowPrivateTargets: boolean
  readonly keep: Keep
  /** From 0 up to 1. */
  readonly random?: () => number
  readonly log: Logger
  /** For an attempt to deliver; left out: as long as what is sent may take. */
  readonly timeoutMs?: number
}

const dayMs = 86_400_000
/** Where there is much to let go, others write meanwhile. */
const pauseMs = 1_000

export function handlersFor(options: HandlerOptions): Readonly<Record<JobKind, Handler>> {
  const { store, clock, allowPrivateTargets: allowPrivate, keep, random = Math.random, log, timeoutMs } = options
  return {
    // Of a shop that is switched off, too: what happened before is to be told.
    deliveries: async ({ job: { shopId, kind }, signal, isHeld, onChanged }) =>
      deliverDue({
        store: store.forShop(shopId, actorOf(kind)),
        key: () => store.shops.keyOf(shopId),
        currency: () => store.shops.currencyOf(shopId),
        clock,
        random,
        allowPrivate,
        signal,
        isHeld,
        onChanged,
        onStep: (step) => {
          warn(log, shopId, step)
        },
        timeoutMs,
      }),
    endpoints: async ({ job: { shopId, kind }, signal }) => {
      const isDone = await store.forShop(shopId, actorOf(kind)).endpoints.catchUp(signal)
      return isDone ? undefined : clock()
    },
    timers: async ({ job: { shopId, kind } }) => {
      const { orders } = store.forShop(shopId, actorOf(kind))
      return (await orders.cancelOverdue()).nextAt
    },
    async retention({ job: { shopId, kind }, signal }) {
      const isDone = await store.forShop(shopId, actorOf(kind)).retention.letGo(keep, signal)
      return clock() + (isDone ? dayMs : pauseMs)
    },
  }
}

function actorOf(kind: JobKind): Actor {
  return { face: 'job', name: kind, address: '' }
}

/** Without the path of its address, which may be as good as a password. */
function warn(log: Logger, shopId: number, { type, number, url, problem, failingSince }: EndpointStep): void {
  const facts = {
    shopId,
    endpoint: number,
    host: new URL(url).host,
    problem,
    failingSince: failingSince === null ? null : new Date(failingSince).toISOString(),
  }
  if (type === 'endpoint.failing') log.warn(facts, 'An endpoint fails; it will be disabled after five days.')
  else log.warn(facts, 'An endpoint was disabled; «billkeep endpoint set NUMBER --enabled yes» enables it again.')
}
