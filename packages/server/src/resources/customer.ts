/** A customer as API v1 shows one: an address, and what its orders come to. */
import { z } from 'zod'
import { amount, currency, instant } from './fields.ts'
import { orderStatus } from './order.ts'

const count = z.int().min(0)
const text = z.string()

export const customerResource = z
  .strictObject({
    email: text.meta({ title: 'E-mail', description: 'As it stands in the newest order.' }),
    first_name: text.meta({ title: 'First name', description: 'In the newest order.' }),
    last_name: text.meta({ title: 'Last name', description: 'In the newest order.' }),
    middle_name: text.meta({ title: 'Middle name', description: 'In the newest order.' }),
    phone: text.meta({ title: 'Phone', description: 'In the newest order.' }),
    currency,
    totals: z.strictObject({
      orders: count.meta({ title: 'Orders', description: 'All of the customer.' }),
      amount: amount.meta({ title: 'Amount', description: 'What they ask for, in minor units.' }),
      paid_orders: count.meta({ title: 'Paid orders', description: 'Paid and not returned.' }),
      paid_amount: amount.meta({ title: 'Paid amount', description: 'What those ask for, in minor units.' }),
    }),
    statuses: z
      .array(z.strictObject({ status: orderStatus, orders: count, amount }))
      .meta({ title: 'Statuses', description: 'What has become of the orders; those that there are.' }),
    first_order_at: instant.meta({ title: 'First order at' }),
    last_order_at: instant.meta({ title: 'Last order at' }),
  })
  .meta({ id: 'Customer', title: 'Customer' })
export type CustomerResource = z.output<typeof customerResource>
