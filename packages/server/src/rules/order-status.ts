/** What may become of an order: the moves of protocol section 8.3 and what each does. */
import { leftToPay, type Order, type Payment } from './order.ts'
import type { OrderEventType } from './event.ts'

export type StatusChange =
  /** Pays what is left; `at` is in Unix milliseconds; `payway` may be '': then as the order said, or by hand. */
  | { readonly to: 'paid'; readonly at: number; readonly payway: string }
  | { readonly to: 'cancel' }
  | { readonly to: 'return' }
  | { readonly to: 'sent'; readonly at: number; readonly rpo: string }

export type Move =
  | { readonly outcome: 'changed'; readonly order: Order; readonly event: OrderEventType }
  /** It is so already: nothing happens. */
  | { readonly outcome: 'same' }
  /** From here the way leads elsewhere. */
  | { readonly outcome: 'notPaid' | 'wrongStatus' }

export function move(order: Order, change: StatusChange): Move {
  if (change.to === 'paid') return pay(order, change)
  if (change.to === 'cancel') return cancel(order)
  if (change.to === 'return') return giveBack(order)
  if (order.pay_status === 'cancel') return { outcome: 'wrongStatus' }
  return { outcome: 'changed', event: 'order.sent', order: { ...order, sent_at: change.at, rpo: change.rpo } }
}

export type PartPayment =
  | { readonly outcome: 'changed'; readonly order: Order; readonly event: 'order.paid' | 'order.prepaid' }
  /** Only what is unpaid can be paid, and a part only of what waits for it. */
  | { readonly outcome: 'paid' | 'cancelled' | 'returned' }
  /** More than is left. */
  | { readonly outcome: 'tooMuch'; readonly leftMinor: number }

/** A payment of any size: of all that is left it makes the order paid, of less it is a prepayment. */
export function receive(order: Order, given: Payment): PartPayment {
  const payment = { ...given, payway: wayOf(order, given) }
  if (order.pay_status === 'paid') return { outcome: 'paid' }
  if (order.pay_status === 'return') return { outcome: 'returned' }
  const leftMinor = leftToPay(order)
  if (payment.sumMinor > leftMinor) return { outcome: 'tooMuch', leftMinor }
  const payments = [...order.payments, payment]
  if (payment.sumMinor === leftMinor) {
    return {
      outcome: 'changed',
      event: 'order.paid',
      order: { ...order, payments, pay_status: 'paid', paid: payment.at, payway: payment.payway, cancel_at: null },
    }
  }
  if (order.pay_status === 'cancel') return { outcome: 'cancelled' }
  // Who has paid a part is not sent away by the timer.
  return { outcome: 'changed', event: 'order.prepaid', order: { ...order, payments, cancel_at: null } }
}

function pay(order: Order, change: Extract<StatusChange, { to: 'paid' }>): Move {
  if (order.pay_status === 'paid') return { outcome: 'same' }
  if (order.pay_status === 'return') return { outcome: 'notPaid' }
  const { at } = change
  const payway = wayOf(order, change)
  const sumMinor = leftToPay(order)
  const payments = sumMinor === 0 ? order.payments : [...order.payments, { sumMinor, at, payway }]
  const paid: Order = { ...order, payments, pay_status: 'paid', paid: at, payway, cancel_at: null }
  return { outcome: 'changed', event: 'order.paid', order: paid }
}

function cancel(order: Order): Move {
  if (order.pay_status === 'cancel') return { outcome: 'same' }
  if (order.pay_status !== 'waiting') return { outcome: 'wrongStatus' }
  return { outcome: 'changed', event: 'order.cancelled', order: { ...order, pay_status: 'cancel', cancel_at: null } }
}

function giveBack(order: Order): Move {
  if (order.pay_status === 'return') return { outcome: 'same' }
  if (order.pay_status !== 'paid') return { outcome: 'notPaid' }
  return { outcome: 'changed', event: 'order.returned', order: { ...order, pay_status: 'return' } }
}

function wayOf(order: Order, { payway }: { readonly payway: string }): string {
  return payway || order.payway || 'manual'
}
