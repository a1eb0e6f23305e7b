import { draftOf, products, type Scenario } from '../../../test/scenario.ts'

const bill_email = 'anna@example.com'
const course = [{ good_name: 'course' }]

export const scenarios: readonly Scenario[] = [
  {
    about: 'takes the same order only once while it is waiting',
    given: async (shop) => {
      await products(shop)
      await shop.orders.place(
        draftOf({
          email: ' ANNA@example.com',
          lines: ['gift', 'course'].map((product) => ({ product, sumMinor: 100 })),
        }),
      )
    },
    form: {
      goods: [
        { good_name: 'course', good_sum: '1' },
        { good_name: 'gift', good_sum: '1.00' },
      ],
      bill_email,
      bill_created: '1700000001',
    },
    reply: {
      code: 601,
      text: 'Order already exist. his number send in result array.',
      result: { bill_id: 1 },
    },
  },
  ...(['paid', 'cancel'] as const).map((pay_status): Scenario => ({
    about: `takes the same order again when the other is ${pay_status}`,
    given: async (shop) => {
      await products(shop)
      await shop.orders.place(draftOf({ email: bill_email, pay_status }))
    },
    form: { goods: course, bill_email },
    reply: { code: 0, result: { bill_id: 2 } },
  })),
  {
    about: 'takes the same order again when the other is deleted',
    given: async (shop) => {
      await products(shop)
      await shop.orders.place(draftOf({ email: bill_email }))
      await shop.orders.delete(1)
    },
    form: { goods: course, bill_email },
    reply: { code: 0, result: { bill_id: 2 } },
  },
  {
    about: 'takes another order of the same product for another sum',
    given: async (shop) => {
      await products(shop)
      await shop.orders.place(draftOf({ email: bill_email }))
    },
    form: { goods: [{ good_name: 'course', good_sum: '5' }], bill_email },
    reply: { code: 0, result: { bill_id: 2 } },
  },
]
