/** What a shop sold, as API v1 shows it. */
import { z } from 'zod'
import { amount, currency, day, number } from './fields.ts'
import { orderStatus } from './order.ts'

const count = z.int().min(0)

export const salesResource = z
  .strictObject({
    time_zone: z.string().meta({ title: 'Time zone', description: "The shop's, in which its days begin." }),
    currency,
    totals: z.strictObject({
      orders: count.meta({ title: 'Orders', description: 'Created in these days.' }),
      amount: amount.meta({ title: 'Amount', description: 'What they ask for.' }),
      paid_orders: count.meta({ title: 'Paid orders', description: 'Paid in these days and not returned.' }),
      paid_amount: amount.meta({ title: 'Paid amount', description: 'What those ask for.' }),
    }),
    days: z
      .array(z.strictObject({ day, orders: count, amount, paid_orders: count, paid_amount: amount }))
      .meta({ title: 'Days', description: 'Every day, also those without orders.' }),
    products: z
      .array(z.strictObject({ product: number, name: z.string(), title: z.string(), quantity: count, amount }))
      .meta({ title: 'Products', description: 'What was paid in these days, the most money first.' }),
    statuses: z
      .array(z.strictObject({ status: orderStatus, orders: count, amount }))
      .meta({ title: 'Statuses', description: 'What became of the orders created in these days.' }),
  })
  .meta({ id: 'Sales', title: 'Sales' })
export type SalesResource = z.output<typeof salesResource>
