import { describe, expect, test } from 'vitest'
import { orderOf, training } from '../../test/orders.ts'
import { leftToPay, type Order, type PayStatus, payStatuses } from './order.ts'
import { move, receive, type StatusChange } from './order-status.ts'

const at = 1_700_003_600_000
const orderIn = (pay_status: PayStatus, changes: Partial<Order> = {}): Order =>
  orderOf({
    pay_status,
    paid: null,
    payway: '',
    cancel_at: null,
    items: [{ ...training, sumMinor: 150_000 }],
    ...changes,
  })

/** The table of protocol section 8.3: what is asked → what it leads to from each state. */
const table: Record<StatusChange['to'], Record<PayStatus, string>> = {
  paid: { waiting: 'order.paid', cancel: 'order.paid', paid: 'same', return: 'notPaid' },
  cancel: { waiting: 'order.cancelled', cancel: 'same', paid: 'wrongStatus', return: 'wrongStatus' },
  return: { paid: 'order.returned', return: 'same', waiting: 'notPaid', cancel: 'notPaid' },
  sent: { waiting: 'order.sent', paid: 'order.sent', return: 'order.sent', cancel: 'wrongStatus' },
}
const changes: Record<StatusChange['to'], StatusChange> = {
  paid: { to: 'paid', at, payway: '' },
  cancel: { to: 'cancel' },
  return: { to: 'return' },
  sent: { to: 'sent', at, rpo: 'RA1' },
}
const becomes: Record<string, PayStatus> = {
  'order.paid': 'paid',
  'order.cancelled': 'cancel',
  'order.returned': 'return',
}

describe.each(Object.values(changes))('$to', (change) => {
  test.each(payStatuses)('from %s', (from) => {
    const order = orderIn(from)
    const result = move(order, change)
    const leadsTo = table[change.to][from]
    expect(result.outcome === 'changed' ? result.event : result.outcome).toBe(leadsTo)
    expect(result.outcome === 'changed' ? result.order.pay_status : from).toBe(becomes[leadsTo] ?? from)
  })
})

test('to be paid is to have paid what was left, at that time', () => {
  const order = orderIn('waiting', { cancel_at: at, payments: [{ sumMinor: 50_000, at: 1, payway: 'PayPal' }] })
  expect(move(order, changes.paid)).toMatchObject({
    order: {
      pay_status: 'paid',
      paid: at,
      payway: 'manual',
      cancel_at: null,
      payments: [order.payments[0], { sumMinor: 100_000, at, payway: 'manual' }],
    },
  })
})

test('an order that costs nothing is paid without a payment', () => {
  const free = orderIn('waiting', { items: [{ ...training, sumMinor: 0 }] })
  expect(move(free, changes.paid)).toMatchObject({ outcome: 'changed', order: { pay_status: 'paid', payments: [] } })
})

test('the way of payment is what the payment says, then what the order says, then by hand', () => {
  const wayOf = (payway: string, order: string): unknown =>
    move(orderIn('waiting', { payway: order }), { to: 'paid', at, payway })
  expect(wayOf('Stripe', 'PayPal')).toMatchObject({ order: { payway: 'Stripe' } })
  expect(wayOf('', 'PayPal')).toMatchObject({ order: { payway: 'PayPal' } })
  expect(wayOf('', '')).toMatchObject({ order: { payway: 'manual' } })
})

test('sending leaves the payment alone', () => {
  const order = orderIn('paid', { paid: 1 })
  expect(move(order, changes.sent)).toEqual({
    outcome: 'changed',
    event: 'order.sent',
    order: { ...order, sent_at: at, rpo: 'RA1' },
  })
})

const leftAfter = (result: ReturnType<typeof receive>): number | undefined =>
  result.outcome === 'changed' ? leftToPay(result.order) : undefined

describe('a payment', () => {
  const pay = (order: Order, sumMinor: number) => receive(order, { sumMinor, at, payway: 'Stripe' })

  test('of a part is a prepayment, which stops the timer', () => {
    const order = orderIn('waiting', { cancel_at: at })
    const result = pay(order, 50_000)
    expect(result).toMatchObject({
      outcome: 'changed',
      event: 'order.prepaid',
      order: {
        pay_status: 'waiting',
        paid: null,
        cancel_at: null,
        payments: [{ sumMinor: 50_000, at, payway: 'Stripe' }],
      },
    })
    expect(leftAfter(result)).toBe(100_000)
  })

  test('of the rest makes it paid', () => {
    const order = orderIn('waiting', { payments: [{ sumMinor: 50_000, at: 1, payway: '' }] })
    const result = pay(order, 100_000)
    expect(result).toMatchObject({ event: 'order.paid', order: { pay_status: 'paid', paid: at, payway: 'Stripe' } })
    expect(leftAfter(result)).toBe(0)
  })

  test('of more than is left is refused, with what is left', () => {
    const order = orderIn('waiting', { payments: [{ sumMinor: 50_000, at: 1, payway: '' }] })
    expect(pay(order, 100_001)).toEqual({ outcome: 'tooMuch', leftMinor: 100_000 })
  })

  test('of all of a cancelled order revives it; of a part does not', () => {
    expect(pay(orderIn('cancel'), 150_000)).toMatchObject({ event: 'order.paid' })
    expect(pay(orderIn('cancel'), 1)).toEqual({ outcome: 'cancelled' })
  })

  test('of an order that is paid or given back is refused', () => {
    expect(pay(orderIn('paid'), 1)).toEqual({ outcome: 'paid' })
    expect(pay(orderIn('return'), 1)).toEqual({ outcome: 'returned' })
  })
})
