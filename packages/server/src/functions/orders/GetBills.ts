import { z } from 'zod'
import { defineFunction, JsonText } from '../define.ts'
import {
  emailAddress,
  orderNumberKey,
  payStatusFilter,
  productName,
  productNumberKey,
  productTitle,
} from '../fields.ts'

const products = z.record(productNumberKey, z.strictObject({ good_name: productName, good_title: productTitle }))

/** Finds a customer's orders with the products in them (protocol section 8.1). */
export const GetBills = defineFunction({
  name: 'GetBills',
  title: 'Find orders by customer',
  kind: 'read',
  input: z.object({ email: emailAddress, pay_status: payStatusFilter }),
  output: z.record(orderNumberKey, products),
  errors: ['orderNotFound'],
  sample: {
    input: { email: 'buyer@example.com', pay_status: 'paid' },
    output: {
      '258367': { '12549': { good_name: 'course', good_title: 'Course of cooking' } },
      '258368': {
        '13011': { good_name: 'ebook', good_title: 'Recipes' },
        '28363': { good_name: 'apron', good_title: 'Apron' },
      },
    },
  },
  async run({ store }, { email, pay_status }, refuse) {
    const bills = await store.orders.billsOf(email, pay_status)
    return bills === undefined ? refuse('orderNotFound') : new JsonText(`{${bills}}`)
  },
})
