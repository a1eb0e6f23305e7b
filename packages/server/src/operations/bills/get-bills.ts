import { errors, successes } from '@billkeep/wire/errors.ts'
import { z } from 'zod'
import { billResource, billsOf, wireAnswer, wireBillsIn } from '../../resources/bill.ts'
import { orderStatus, statusWords } from '../../resources/order.ts'
import { payStatuses } from '../../rules/order.ts'
import { defineOperation } from '../define.ts'
import { emailAddress } from '../fields.ts'

export const getBills = defineOperation({
  name: 'getBills',
  title: 'Get bills',
  description:
    "A customer's orders with their products, and beside them what GetBills of the order API answers to the same question: for " +
    'whoever moves a script from the one to the other.',
  method: 'GET',
  at: '/bills',
  scope: 'orders:read',
  input: {
    query: z.strictObject({
      email: emailAddress,
      status: orderStatus.optional().meta({ title: 'Status', description: 'Left out: all orders.' }),
    }),
  },
  output: z.strictObject({
    data: z.array(billResource).meta({ title: 'Bills', description: 'By number.' }),
    wire: wireAnswer,
  }),
  problems: [],
  sample: {
    query: { email: 'anna@example.com', status: 'paid' },
    output: {
      data: [{ number: 258_367, products: [{ number: 12_549, name: 'course', title: 'Course of cooking' }] }],
      wire: {
        error_code: 0,
        error_text: 'OK',
        result: { '258367': { '12549': { good_name: 'course', good_title: 'Course of cooking' } } },
      },
    },
  },
  async run({ store }, { email, status }) {
    const json = await store.orders.billsOf(
      email,
      payStatuses.find((word) => statusWords[word] === status),
    )
    if (json === undefined) {
      const { code, text } = errors.orderNotFound
      return { data: [], wire: { error_code: code, error_text: text, result: [] } }
    }
    const { code, text } = successes.ok
    const result = wireBillsIn(json)
    return { data: [...billsOf(result)], wire: { error_code: code, error_text: text, result } }
  },
})
