import { anOrder, type Scenario } from '../../../test/scenario.ts'

export const scenarios: readonly Scenario[] = [
  {
    about: "finds a customer's orders",
    given: anOrder(),
    form: { email: 'Buyer@example.com', pay_status: 'paid' },
    reply: {
      code: 0,
      text: 'OK',
      result: { '258367': { '12549': { good_name: 'payment', good_title: 'payment for training' } } },
    },
  },
  {
    about: 'finds no order',
    given: anOrder(),
    form: { email: 'nobody@example.com' },
    reply: { code: 400, text: 'Order not found', result: [] },
  },
]
