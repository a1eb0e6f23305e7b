/** What becomes of an order later (protocol sections 8.3 and 8.4, and what the payment page leads to). */
import type { Kept, ModelOrder, ModelShop } from './shop.ts'

export function totalOf({ items }: ModelOrder): number {
  return items.reduce((sum, { sumMinor }) => sum + sumMinor, 0)
}

/** Nothing of an order that is or was paid. */
export function leftOf(order: ModelOrder): number {
  const isSettled = order.pay_status === 'paid' || order.pay_status === 'return'
  return isSettled ? 0 : totalOf(order) - order.payments.reduce((sum, { sumMinor }) => sum + sumMinor, 0)
}

export interface StatusForm {
  readonly bill_id: string
  readonly status: string
  readonly date: string
  readonly rpo: string
}

/** The table of protocol section 8.3; gives the error's number, or 0. */
export function changeStatus(shop: ModelShop, { bill_id, status, date, rpo }: StatusForm): number {
  if (bill_id === '') return 203
  const kept = shop.find(bill_id)
  if (kept === undefined) return 200
  const from = kept.order.pay_status
  const at = /^\d+$/.test(date) ? Number(date) * 1_000 : undefined
  if (status === 'paid') {
    if (at === undefined) return 3
    if (from === 'return') return 202
    if (from !== 'paid') settle(shop, kept, at, '')
    return 0
  }
  if (status === 'sent') {
    if (at === undefined || rpo === '') return 3
    if (from === 'cancel') return 201
    shop.tell(kept, 'order.sent', { sent_at: at, rpo })
    return 0
  }
  if (status === 'cancel') {
    if (from === 'paid' || from === 'return') return 201
    if (from === 'waiting') shop.tell(kept, 'order.cancelled', { pay_status: 'cancel', cancel_at: null })
    return 0
  }
  if (status === 'return') {
    if (from === 'waiting' || from === 'cancel') return 202
    if (from === 'paid') shop.tell(kept, 'order.returned', { pay_status: 'return' })
    return 0
  }
  return 201
}

/** All that is left is paid. */
export function settle(shop: ModelShop, kept: Kept, at: number, given: string): void {
  const sumMinor = leftOf(kept.order)
  const payway = wayOf(kept.order, given)
  const payments = sumMinor === 0 ? kept.order.payments : [...kept.order.payments, { sumMinor, at, payway }]
  shop.tell(kept, 'order.paid', { payments, pay_status: 'paid', paid: at, payway, cancel_at: null })
}

export interface PaymentGiven {
  readonly sumMinor: number
  readonly at: number
  readonly payway: string
}

/** What the store says to a payment. */
export function pay(shop: ModelShop, number: string, payment: PaymentGiven): object {
  const kept = shop.find(number)
  if (kept === undefined) return { outcome: 'unknownOrder' }
  const { order } = kept
  if (order.pay_status === 'paid') return { outcome: 'paid' }
  if (order.pay_status === 'return') return { outcome: 'returned' }
  const left = leftOf(order)
  if (payment.sumMinor > left) return { outcome: 'tooMuch', leftMinor: left }
  if (payment.sumMinor === left) {
    settle(shop, kept, payment.at, payment.payway)
    return { outcome: 'changed', event: 'order.paid' }
  }
  if (order.pay_status === 'cancel') return { outcome: 'cancelled' }
  const payments = [...order.payments, { ...payment, payway: wayOf(order, payment.payway) }]
  shop.tell(kept, 'order.prepaid', { payments, cancel_at: null })
  return { outcome: 'changed', event: 'order.prepaid' }
}

/** Gives the error's number, or 0. */
export function remove(shop: ModelShop, number: string): number {
  if (number === '') return 203
  const kept = shop.find(number)
  if (kept === undefined) return 302
  kept.isDeleted = true
  shop.tell(kept, 'order.deleted', { cancel_at: null })
  return 0
}

/** The timer's work. */
export function cancelOverdue(shop: ModelShop): void {
  for (const kept of shop.orders.values()) {
    const { cancel_at, pay_status } = kept.order
    if (kept.isDeleted || pay_status !== 'waiting' || cancel_at === null || cancel_at > shop.now) continue
    shop.tell(kept, 'order.cancelled', { pay_status: 'cancel', cancel_at: null })
  }
}

function wayOf({ payway }: ModelOrder, given: string): string {
  if (given !== '') return given
  return payway === '' ? 'manual' : payway
}
