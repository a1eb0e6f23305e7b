/** Changes of an order, each with its event. */
import type { OrderEventType, OrderHappening } from '../../rules/event.ts'
import type { Order, Payment } from '../../rules/order.ts'
import { move, type Move, type PartPayment, receive, type StatusChange } from '../../rules/order-status.ts'
import type { AuditEntry } from '../../rules/audit.ts'
import { changesBetween } from '../audit/fields.ts'
import { type Authorship, writeAudit } from '../audit/write.ts'
import type { Queries, Transaction } from '../database.ts'
import { emit, takeNumbers } from '../events.ts'
import { changedDetails } from './audit-details.ts'
import { hideOrder, orderAt, showOrder, updateOrder } from './statements.ts'
import { storedOrdersOf } from './stored.ts'
import { prepared } from '../prepared.ts'

/** What became of a change, where the order may not be there. */
export type Outcome<Known> = Known | { readonly outcome: 'unknownOrder' }

/** Whose order, which, by whom and when. */
interface Where extends Authorship {
  readonly number: number
}

export async function changeOrder(tx: Transaction, where: Where, change: StatusChange): Promise<Outcome<Move>> {
  return apply(tx, where, (order) => move(order, change))
}

export async function payOrder(tx: Transaction, where: Where, payment: Payment): Promise<Outcome<PartPayment>> {
  return apply(tx, where, (order) => receive(order, payment))
}

export async function deleteOrder(tx: Transaction, where: Where): Promise<'deleted' | 'unknownOrder'> {
  const { shopId, now } = where
  const order = await orderAt(tx, shopId, where.number)
  if (order === undefined) return 'unknownOrder'
  await hideOrder(tx, shopId, order, now)
  const { pay_status } = order
  await tell(tx, where, { type: 'order.deleted', order: { ...order, cancel_at: null } }, { pay_status })
  return 'deleted'
}

/** One that was deleted is there again, as it was, but does not cancel itself any more. */
export async function restoreOrder(tx: Transaction, where: Where): Promise<'restored' | 'same' | 'unknownOrder'> {
  const { shopId, number } = where
  const [stored] = await storedOrdersOf(tx.kysely, shopId, [number])
  if (stored === undefined) return 'unknownOrder'
  const { order, isDeleted } = stored
  if (!isDeleted) return 'same'
  await showOrder(tx, shopId, order)
  await tell(tx, where, { type: 'order.restored', order }, { pay_status: order.pay_status })
  return 'restored'
}

/** What the shop itself notes on an order; what is left out stays. It is nobody's event. */
export interface OrderNotes {
  readonly tag?: string | undefined
  readonly comment?: string | undefined
}

export async function noteOrder(tx: Transaction, where: Where, given: OrderNotes): Promise<'changed' | 'unknownOrder'> {
  const { shopId, number } = where
  const before = await orderAt(tx, shopId, number)
  if (before === undefined) return 'unknownOrder'
  const notes = { tag: given.tag ?? before.tag, comment: given.comment ?? before.comment }
  const changed = changesBetween({ tag: before.tag, comment: before.comment }, notes)
  if (changed === undefined) return 'changed'
  const orders = tx.kysely.updateTable('orders').where('shop_id', '=', shopId).where('number', '=', number)
  await orders.set(notes).execute()
  // What they say may be about the customer, and is to be forgotten some day: only which changed is kept.
  const details = { fields: Object.keys(changed) }
  await writeAudit(tx, where, { action: 'order.changed', subject: `order ${number}`, details })
  return 'changed'
}

/** Of orders that have outlived their time, so many in a transaction. */
const overdueAtOnce = 50

/** Resolves to how many were cancelled; there may be more. */
export async function cancelSomeOverdue(tx: Transaction, authorship: Authorship): Promise<number> {
  const { shopId, now } = authorship
  const overdue = await tx.all(overdueNumbers, { shopId, now })
  for (const { number } of overdue) await changeOrder(tx, { ...authorship, number }, { to: 'cancel' })
  return overdue.length
}

/** The moment at which the shop's next order outlives its time; undefined: none will. */
export async function nextCancelAt(queries: Queries, shopId: number): Promise<number | undefined> {
  return (await queries.get(nextToCancel, { shopId }))?.cancel_at ?? undefined
}

type Changed = { readonly outcome: 'changed'; readonly order: Order; readonly event: OrderEventType }

async function apply<Result extends Changed | { readonly outcome: string }>(
  tx: Transaction,
  where: Where,
  rule: (order: Order) => Result,
): Promise<Result | { readonly outcome: 'unknownOrder' }> {
  const before = await orderAt(tx, where.shopId, where.number)
  if (before === undefined) return { outcome: 'unknownOrder' }
  const result = rule(before)
  if ('event' in result) {
    await updateOrder(tx, where.shopId, before, result.order)
    const { event: type, order } = result
    await tell(tx, where, { type, order }, changedDetails(before, order))
  }
  return result
}

async function tell(
  tx: Transaction,
  where: Where,
  happening: OrderHappening,
  details: AuditEntry['details'],
): Promise<void> {
  const { shopId, number, now } = where
  const numbers = await takeNumbers(tx, shopId, 0, 1)
  await emit(tx, shopId, numbers, [happening], now)
  await writeAudit(tx, where, { action: happening.type, subject: `order ${number}`, details }, numbers.audit)
}

const overdueNumbers = prepared<{ shopId: number; now: number }>()((db, arg) =>
  db
    .selectFrom('orders')
    .select('number')
    .where('shop_id', '=', arg('shopId'))
    .where('cancel_at', '<=', arg('now'))
    .where('pay_status', '=', 'waiting')
    .orderBy('cancel_at')
    .limit(overdueAtOnce),
)

const nextToCancel = prepared<{ shopId: number }>()((db, arg) =>
  db
    .selectFrom('orders')
    .select('cancel_at')
    .where('shop_id', '=', arg('shopId'))
    .where('cancel_at', 'is not', null)
    .where('pay_status', '=', 'waiting')
    .orderBy('cancel_at')
    .limit(1),
)
