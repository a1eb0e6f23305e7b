import { expect } from 'vitest'
import { anOrder, aWaitingOrder, orderNumber, type Scenario } from '../../../test/scenario.ts'
import { aDay, wireOrder } from '../../../test/wire-order.ts'

const bill_id = String(orderNumber)

export const scenarios: readonly Scenario[] = [
  {
    about: 'gives every documented key of a paid order, and no other',
    given: anOrder({ tag: 'spring', kupon: 'SPRING' }),
    form: { bill_id },
    reply: { code: 0, text: 'OK', result: { ...wireOrder, tag: 'spring', kupon: 'SPRING', coupon: 'SPRING' } },
  },
  {
    about: 'tells what is left to pay',
    given: aWaitingOrder({ payments: [{ sumMinor: 50_000, at: aDay, payway: 'PayPal' }] }),
    form: { bill_id },
    reply: {
      code: 0,
      result: { ...wireOrder, pay_status: 'waiting', paid: null, payway: '', bill_sum_topay: '1000.00' },
    },
  },
  {
    about: 'puts the domain of the order before its link',
    given: anOrder({ domain: 'shop.example.com' }),
    form: { bill_id },
    reply: {
      code: 0,
      result: expect.objectContaining({
        domain: 'shop.example.com',
        link: expect.stringMatching(/^http:\/\/shop\.example\.com\/bill\/258367\/[\da-f]{32}\/$/) as unknown,
      }),
    },
  },
  { about: 'knows no such order', form: { bill_id }, reply: { code: 400, text: 'Order not found', result: [] } },
  {
    about: 'knows no deleted order',
    given: async (shop) => {
      await anOrder()(shop)
      await shop.orders.delete(orderNumber)
    },
    form: { bill_id },
    reply: { code: 400 },
  },
  { about: 'wants a number', form: { bill_id: '' }, reply: { code: 203, text: 'Order number is empty', result: [] } },
]
