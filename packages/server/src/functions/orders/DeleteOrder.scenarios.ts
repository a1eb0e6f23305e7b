import { aWaitingOrder, anOrder, orderNumber, type Scenario } from '../../../test/scenario.ts'
import { expectGone } from '../../../test/expectations.ts'

export const scenarios: readonly Scenario[] = [
  {
    about: 'hides an order from everything',
    given: anOrder(),
    form: { bill_id: String(orderNumber) },
    reply: { code: 0, text: 'Order deleted', result: [] },
    after: expectGone,
  },
  {
    about: 'deletes an order only once',
    given: async (shop) => {
      await aWaitingOrder()(shop)
      await shop.orders.delete(orderNumber)
    },
    form: { bill_id: String(orderNumber) },
    reply: { code: 302, text: 'Nonexistent order', result: [] },
  },
  { about: 'knows no such order', form: { bill_id: '5' }, reply: { code: 302 } },
  { about: 'takes digits only', given: anOrder(), form: { bill_id: `${orderNumber}x` }, reply: { code: 302 } },
  { about: 'wants a number', form: { bill_id: '' }, reply: { code: 203, text: 'Order number is empty', result: [] } },
  { about: 'wants a number beside what else is sent', form: { other: '1' }, reply: { code: 203 } },
]
