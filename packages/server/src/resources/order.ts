/** An order as API v1 shows it. */
import { z } from 'zod'
import { itemKinds, leftToPay, type Order, type OrderItem, type PayStatus, totalOf } from '../rules/order.ts'
import { orderLink } from '../rules/order-link.ts'
import { amount, currency, instant, instantOf, instantOrNull, number } from './fields.ts'

/** The wire's old words, and what the modern face calls them. */
export const statusWords = {
  waiting: 'waiting',
  paid: 'paid',
  cancel: 'cancelled',
  return: 'returned',
} as const satisfies Record<PayStatus, string>

const orderStatuses = Object.values(statusWords)

export const orderStatus = z.enum(orderStatuses).meta({
  title: 'Status',
  description: 'What became of the order: `waiting` for payment, `paid`, `cancelled`, or `returned` after payment.',
})

const text = z.string()

const itemResource = z
  .strictObject({
    product: number.meta({ title: 'Product number', description: 'The product may be gone by now.' }),
    name: text.meta({ title: 'Product name', description: "The product's symbolic name on the day of the order." }),
    title: text.meta({ title: 'Product title', description: 'What it was called on the day of the order.' }),
    kind: z.enum(itemKinds).meta({ title: 'Kind', description: '`physical` has to be sent by post.' }),
    amount: amount.meta({ title: 'Amount', description: 'What this order asks for it, in minor units.' }),
    list_price: amount.meta({ title: 'List price', description: 'What the product cost that day, in minor units.' }),
    pincode: text.nullable().meta({ title: 'Code', description: 'Handed out after payment; null: there is none.' }),
    partners: z
      .array(z.strictObject({ level: z.int().min(1), number, login: text, fee: amount }))
      .meta({ title: 'Partners', description: 'Whose sale it was, level 1 first, with what each earns.' }),
  })
  .meta({ id: 'OrderItem', title: 'Item' })

const paymentResource = z
  .strictObject({
    amount: amount.meta({ title: 'Amount', description: 'In minor units.' }),
    paid_at: instant.meta({ title: 'Paid at' }),
    method: text.nullable().meta({ title: 'Method', description: 'How it was paid; null: not known.' }),
  })
  .meta({ id: 'Payment', title: 'Payment' })

const person = z.strictObject({
  email: text.meta({ title: 'E-mail' }),
  first_name: text.meta({ title: 'First name' }),
  last_name: text.meta({ title: 'Last name' }),
  middle_name: text.meta({ title: 'Middle name' }),
  phone: text.meta({ title: 'Phone' }),
})

const address = z.strictObject({
  country: text.meta({ title: 'Country' }),
  region: text.meta({ title: 'Region' }),
  city: text.meta({ title: 'City' }),
  address: text.meta({ title: 'Address', description: 'Street, house, flat.' }),
  postal_code: text.meta({ title: 'Postal code' }),
})

const utmResource = z.strictObject({
  medium: text,
  source: text,
  campaign: text,
  content: text,
  term: text,
})

export const orderResource = z
  .strictObject({
    number: number.meta({ title: 'Order number', description: 'Unique in the shop.' }),
    status: orderStatus,
    created_at: instant.meta({ title: 'Created at' }),
    paid_at: instant.nullable().meta({ title: 'Paid at', description: 'Null: never paid in full.' }),
    cancels_at: instant.nullable().meta({ title: 'Cancels at', description: 'When it cancels itself if unpaid.' }),
    sent_at: instant.nullable().meta({ title: 'Sent at', description: 'When it was sent by post.' }),
    tracking_number: text.nullable().meta({ title: 'Tracking number', description: 'Of the parcel.' }),
    customer: person.meta({ title: 'Customer' }),
    delivery: address.meta({ title: 'Delivery', description: 'Where to; texts may be empty.' }),
    items: z.array(itemResource).meta({ title: 'Items' }),
    currency,
    total: amount.meta({ title: 'Total', description: 'What it asks for, in minor units.' }),
    amount_paid: amount.meta({ title: 'Amount paid', description: 'The payments together, in minor units.' }),
    amount_due: amount.meta({ title: 'Amount due', description: 'What is left to pay, in minor units.' }),
    payments: z.array(paymentResource).meta({
      title: 'Payments',
      description: 'By time of arrival. Empty for orders that were imported as paid.',
    }),
    payment_method: text.nullable().meta({ title: 'Payment method', description: 'Null: not known.' }),
    recurring: z.boolean().meta({ title: 'Recurring', description: 'Whether it was made by a subscription.' }),
    coupon: text.nullable().meta({ title: 'Coupon', description: 'The code that counted; null: none.' }),
    tag: text.meta({ title: 'Tag', description: "The shop's own label." }),
    comment: text.meta({ title: 'Comment' }),
    domain: text.nullable().meta({ title: 'Domain', description: 'Where it was taken; null: not known.' }),
    payment_page: text.meta({
      title: 'Payment page',
      description:
        'Where the customer sees the order and pays; a path, at any address of the shop, where the order names no domain.',
    }),
    utm: utmResource.meta({ title: 'UTM labels', description: 'Where the customer came from; may be empty.' }),
    attributes: z
      .record(text, text)
      .meta({ title: 'Attributes', description: 'What else was said when it was taken: `ip`, `aff_source` …' }),
  })
  .meta({ id: 'Order', title: 'Order' })
export type OrderResource = z.output<typeof orderResource>

export interface OrderView {
  /** ISO 4217. */
  readonly currency: string
  /** As `Orders.tokenOf` gives it. */
  readonly token: string
}

export function orderResourceOf(order: Order, { currency: code, token }: OrderView): OrderResource {
  return {
    number: order.number,
    status: statusWords[order.pay_status],
    created_at: instantOf(order.created),
    paid_at: instantOrNull(order.paid),
    cancels_at: instantOrNull(order.cancel_at),
    sent_at: instantOrNull(order.sent_at),
    tracking_number: orNull(order.rpo),
    customer: {
      email: order.email,
      first_name: order.first_name,
      last_name: order.last_name,
      middle_name: order.middle_name,
      phone: order.phone,
    },
    delivery: {
      country: order.country,
      region: order.region,
      city: order.city,
      address: order.address,
      postal_code: order.postalcode,
    },
    items: order.items.map(itemResourceOf),
    currency: code,
    total: totalOf(order),
    amount_paid: order.payments.reduce((sum, { sumMinor }) => sum + sumMinor, 0),
    amount_due: leftToPay(order),
    payments: order.payments.map(({ sumMinor, at, payway }) => ({
      amount: sumMinor,
      paid_at: instantOf(at),
      method: orNull(payway),
    })),
    payment_method: orNull(order.payway),
    recurring: order.is_recurrent,
    coupon: orNull(order.kupon),
    tag: order.tag,
    comment: order.comment,
    domain: orNull(order.domain),
    payment_page: orderLink({ domain: order.domain, number: order.number, token }),
    utm: { ...order.utm },
    attributes: { ...order.extra },
  }
}

function itemResourceOf(item: OrderItem): z.output<typeof itemResource> {
  return {
    product: item.product,
    name: item.name,
    title: item.title,
    kind: item.kind,
    amount: item.sumMinor,
    list_price: item.priceMinor,
    pincode: orNull(item.pincode),
    partners: item.partners.map(({ level, partner, name, feeMinor }) => ({
      level,
      number: partner,
      login: name,
      fee: feeMinor,
    })),
  }
}

function orNull(value: string): string | null {
  return value === '' ? null : value
}
