import { expectOrder } from '../../../test/expectations.ts'
import { anOrder, aWaitingOrder, orderNumber, type Scenario } from '../../../test/scenario.ts'

const bill_id = String(orderNumber)
const date = '1700003600'
const at = 1_700_003_600_000
const changed = { code: 0, text: 'Order status changed', result: [] }

export const scenarios: readonly Scenario[] = [
  {
    about: 'marks a waiting order as paid',
    given: aWaitingOrder(),
    form: { bill_id, status: 'paid', date },
    reply: changed,
    after: expectOrder(
      { pay_status: 'paid', paid: at, payway: 'manual', payments: [{ sumMinor: 150_000, at, payway: 'manual' }] },
      ['order.paid'],
    ),
  },
  {
    about: 'marks a cancelled order as paid',
    given: aWaitingOrder({ pay_status: 'cancel' }),
    form: { bill_id, status: 'paid', date },
    reply: changed,
    after: expectOrder({ pay_status: 'paid', paid: at }, ['order.paid']),
  },
  {
    about: 'leaves a paid order as it is',
    given: anOrder({ paid: 1_000 }),
    form: { bill_id, status: 'paid', date },
    reply: changed,
    after: expectOrder({ pay_status: 'paid', paid: 1_000 }, []),
  },
  {
    about: 'does not mark a returned order as paid',
    given: anOrder({ pay_status: 'return' }),
    form: { bill_id, status: 'paid', date },
    reply: { code: 202, text: 'Order not paid', result: [] },
  },
  {
    about: 'cancels a waiting order, whatever date is sent',
    given: aWaitingOrder(),
    form: { bill_id, status: 'cancel', date: 'today' },
    reply: changed,
    after: expectOrder({ pay_status: 'cancel' }, ['order.cancelled']),
  },
  {
    about: 'cancels a waiting order',
    given: aWaitingOrder({ cancel_at: at }),
    form: { bill_id, status: 'cancel', date },
    reply: changed,
    after: expectOrder({ pay_status: 'cancel', cancel_at: null }, ['order.cancelled']),
  },
  {
    about: 'leaves a cancelled order as it is',
    given: aWaitingOrder({ pay_status: 'cancel' }),
    form: { bill_id, status: 'cancel' },
    reply: changed,
    after: expectOrder({ pay_status: 'cancel' }, []),
  },
  {
    about: 'does not cancel a paid order',
    given: anOrder(),
    form: { bill_id, status: 'cancel' },
    reply: { code: 201, text: 'Wrong status', result: [] },
  },
  {
    about: 'takes a paid order back',
    given: anOrder(),
    form: { bill_id, status: 'return' },
    reply: changed,
    after: expectOrder({ pay_status: 'return', paid: at }, ['order.returned']),
  },
  {
    about: 'does not take back what is not paid',
    given: aWaitingOrder(),
    form: { bill_id, status: 'return' },
    reply: { code: 202 },
  },
  {
    about: 'notes that an order is sent',
    given: anOrder(),
    form: { bill_id, status: 'sent', date, rpo: ' RA123 ' },
    reply: changed,
    after: expectOrder({ pay_status: 'paid', sent_at: at, rpo: 'RA123' }, ['order.sent']),
  },
  {
    about: 'does not send a cancelled order',
    given: aWaitingOrder({ pay_status: 'cancel' }),
    form: { bill_id, status: 'sent', date, rpo: 'RA123' },
    reply: { code: 201 },
  },
  { about: 'wants a date of payment', given: aWaitingOrder(), form: { bill_id, status: 'paid' }, reply: { code: 3 } },
  {
    about: 'wants a date in seconds',
    given: aWaitingOrder(),
    form: { bill_id, status: 'paid', date: '1.1.2024' },
    reply: { code: 3 },
  },
  {
    about: 'wants a date of sending',
    given: anOrder(),
    form: { bill_id, status: 'sent', rpo: 'x' },
    reply: { code: 3 },
  },
  {
    about: 'wants a tracking number',
    given: anOrder(),
    form: { bill_id, status: 'sent', date, rpo: ' ' },
    reply: { code: 3 },
  },
  { about: 'wants a known word', given: anOrder(), form: { bill_id, status: 'payed', date }, reply: { code: 201 } },
  { about: 'wants a word', given: anOrder(), form: { bill_id }, reply: { code: 201 } },
  { about: 'wants a number', form: { status: 'paid', date }, reply: { code: 203, text: 'Order number is empty' } },
  {
    about: 'takes a word in small letters',
    given: anOrder(),
    form: { bill_id, status: 'PAID', date },
    reply: { code: 201 },
  },
  { about: 'wants one word', given: anOrder(), form: { bill_id, status: ['paid'], date }, reply: { code: 201 } },
  {
    about: 'leaves a returned order as it is',
    given: anOrder({ pay_status: 'return' }),
    form: { bill_id, status: 'return' },
    reply: changed,
    after: expectOrder({ pay_status: 'return' }, []),
  },
  {
    about: 'does not cancel a returned order',
    given: anOrder({ pay_status: 'return' }),
    form: { bill_id, status: 'cancel' },
    reply: { code: 201 },
  },
  {
    about: 'does not take back what is cancelled',
    given: aWaitingOrder({ pay_status: 'cancel' }),
    form: { bill_id, status: 'return' },
    reply: { code: 202 },
  },
  {
    about: 'notes that a waiting order is sent, which stays unpaid',
    given: aWaitingOrder(),
    form: { bill_id, status: 'sent', date, rpo: 'RA123' },
    reply: changed,
    after: expectOrder({ pay_status: 'waiting', paid: null, sent_at: at, rpo: 'RA123' }, ['order.sent']),
  },
  {
    about: 'pays what a part payment has left',
    given: aWaitingOrder({ payments: [{ sumMinor: 50_000, at: 1_000, payway: 'PayPal' }] }),
    form: { bill_id, status: 'paid', date },
    reply: changed,
    after: expectOrder(
      {
        payments: [
          { sumMinor: 50_000, at: 1_000, payway: 'PayPal' },
          { sumMinor: 100_000, at, payway: 'manual' },
        ],
      },
      ['order.paid'],
    ),
  },
  { about: 'knows no such order', form: { bill_id: '5', status: 'paid', date }, reply: { code: 200 } },
  {
    about: 'names an unknown order before an unknown word',
    form: { bill_id: '5', status: 'payed' },
    reply: { code: 200 },
  },
  {
    about: 'names an unknown order before a missing date',
    form: { bill_id: '5', status: 'paid' },
    reply: { code: 200 },
  },
  {
    about: 'names an unknown word before a wrong date',
    given: anOrder(),
    form: { bill_id, status: 'payed', date: 'today' },
    reply: { code: 201 },
  },
  {
    about: 'wants a tracking number of a size',
    given: anOrder(),
    form: { bill_id, status: 'sent', date, rpo: 'x'.repeat(10_001) },
    reply: { code: 3 },
  },
  {
    about: 'knows no deleted order',
    given: async (shop) => {
      await aWaitingOrder()(shop)
      await shop.orders.delete(orderNumber)
    },
    form: { bill_id, status: 'paid', date },
    reply: { code: 200, text: 'Nonexistent order', result: [] },
  },
]
