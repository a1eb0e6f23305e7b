/** The outbox's statements, prepared once. */
import { type Kysely, sql } from 'kysely'
import { type Argument, prepared } from '../prepared.ts'
import type { DeliveryState, Tables } from '../schema.ts'
import { deliveriesIn, type DeliveryKey } from './delivery.ts'

export type ShopDeliveryKey = DeliveryKey & { shopId: number }
type Line = { shopId: number; subject: number; origin: string }

export const deliveryAt = prepared<ShopDeliveryKey>()((db, arg) =>
  deliveriesIn(db)
    .where('deliveries.shop_id', '=', arg('shopId'))
    .where('deliveries.event', '=', arg('event'))
    .where('deliveries.position', '=', arg('position')),
)

export const makeDue = prepared<ShopDeliveryKey & { dueAt: number | null }>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set({ state: 'pending', attempts: 0, due_at: arg('dueAt') })
    .where('shop_id', '=', arg('shopId'))
    .where('event', '=', arg('event'))
    .where('position', '=', arg('position')),
)

export const ofEvent = prepared<{ shopId: number; event: number }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select(['position', 'state', 'endpoint'])
    .where('shop_id', '=', arg('shopId'))
    .where('event', '=', arg('event')),
)

/**
 * Receivers for whom something is on its way, one after the other, with the time at which the first is due, however much
 * there is for each. In the order of the index of what is due: no other gives that, whatever a database believes.
 */
export const originAfter = prepared<{ shopId: number; origin: string }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select(['origin', 'due_at'])
    .where('shop_id', '=', arg('shopId'))
    .where('due_at', 'is not', null)
    .where('origin', '>', arg('origin'))
    .orderBy('origin')
    .orderBy('due_at')
    .limit(1)
    .$narrowType<{ due_at: number }>(),
)

export const dueAt = prepared<{ shopId: number; origin: string; now: number; limit: number }>()((db, arg) =>
  deliveriesIn(db)
    .where('deliveries.shop_id', '=', arg('shopId'))
    .where('deliveries.origin', '=', arg('origin'))
    .where('deliveries.due_at', '<=', arg('now'))
    .orderBy('deliveries.due_at')
    .orderBy('deliveries.event')
    .limit(arg('limit')),
)

type Noted = {
  state: DeliveryState
  retryAt: number | null
  at: number
  status: number | null
  problem: string
  answer: string
}

export const attemptNoted = prepared<ShopDeliveryKey & Noted>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set(({ eb }) => ({
      state: arg('state'),
      attempts: eb('attempts', '+', 1),
      due_at: arg('retryAt'),
      last_at: arg('at'),
      last_status: arg('status'),
      last_problem: arg('problem'),
      last_answer: arg('answer'),
    }))
    .where('shop_id', '=', arg('shopId'))
    .where('event', '=', arg('event'))
    .where('position', '=', arg('position'))
    // Whoever lost the lease may come late with what another has settled.
    .where('state', '=', 'pending')
    .returning(['subject', 'origin', 'endpoint']),
)

/** Not tried, or not any more. What went wrong before is what one wants to know; where nothing was tried, it is the end. */
export const ended = prepared<ShopDeliveryKey & { problem: string }>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set(({ eb }) => ({
      state: 'failed' as const,
      due_at: null,
      last_problem: eb
        .case()
        .when('last_problem', '=', '')
        .then(sql<string>`${arg('problem')}`)
        .else(eb.ref('last_problem'))
        .end(),
    }))
    .where('shop_id', '=', arg('shopId'))
    .where('event', '=', arg('event'))
    .where('position', '=', arg('position'))
    .where('state', '=', 'pending')
    .returning(['subject', 'origin']),
)

/** On their way to an endpoint, the latest first, so that none is left that waits for one that has ended. */
export const pendingTo = prepared<{ shopId: number; endpoint: number; limit: number }>()((db, arg) =>
  db
    .selectFrom('deliveries')
    .select(['event', 'position'])
    .where('shop_id', '=', arg('shopId'))
    .where('endpoint', '=', arg('endpoint'))
    // Written out: only so does the index of pending ones count.
    .where('state', '=', sql.lit('pending'))
    .orderBy('event', 'desc')
    .limit(arg('limit')),
)

export const firstPending = prepared<Line>()((db, arg) => pendingIn(db, arg).select('event').orderBy('event').limit(1))

/** Whether one of the same subject is on its way there that happened earlier. */
export const pendingBefore = prepared<Line & { event: number }>()((db, arg) =>
  pendingIn(db, arg).select('event').where('event', '<', arg('event')).limit(1),
)

export const letGo = prepared<Line & { event: number; now: number }>()((db, arg) =>
  db
    .updateTable('deliveries')
    .set({ due_at: arg('now') })
    .where('shop_id', '=', arg('shopId'))
    .where('subject', '=', arg('subject'))
    .where('origin', '=', arg('origin'))
    .where('state', '=', sql.lit('pending'))
    .where('event', '=', arg('event'))
    .where('due_at', 'is', null),
)

function pendingIn<Args extends Line>(db: Kysely<Tables>, arg: Argument<Args>) {
  return (
    db
      .selectFrom('deliveries')
      .where('shop_id', '=', arg('shopId'))
      .where('subject', '=', arg('subject'))
      .where('origin', '=', arg('origin'))
      // Written out: only so does the index of pending ones count.
      .where('state', '=', sql.lit('pending'))
  )
}
