/** The order object of protocol section 7: what it looks like, and how an order becomes one. */
import { z } from 'zod'
import { writeMoney } from '../rules/money.ts'
import { leftToPay, type Order, type OrderItem, payStatuses, totalOf } from '../rules/order.ts'
import { orderLink } from '../rules/order-link.ts'

const money = z
  .string()
  .regex(/^\d+\.\d\d$/)
  .meta({ description: "In the shop's currency, with two decimals: `1500.00`." })
const text = z.string()
const unixSeconds = z.number().int()
const number = z.number().int().positive()

/** The same schema, with a sentence for the documents. */
function told<Schema extends z.ZodType>(schema: Schema, description: string): Schema {
  return schema.meta({ description })
}

const partner = z
  .strictObject({
    partner_lvl: told(number, '1: who brought the customer; 2: who brought that partner; and so on.'),
    partner_id: told(number, "The partner's number."),
    partner_name: told(text, "The partner's login."),
    partner_fee: told(money, 'What the partner earns by it, like `150.00`.'),
  })
  .meta({ id: 'PartnerObject', title: 'Whose sale an item was' })

const itemFields = {
  id: told(text, "The product's symbolic name, `good_name`."),
  title: told(text, 'What the product was called on the day of the order.'),
  sum: told(money, 'What it costs in this order, discounts included, like `1500.00`.'),
  price: told(money, 'What its settings asked for it, like `2000.00`.'),
  partners: told(z.array(partner), "Whose sale it was, level 1 first; empty: nobody's."),
}

/** In lists. */
export const itemObject = z.strictObject(itemFields).meta({ id: 'ItemObject', title: 'A product in an order' })

/** In details, with what is handed out after payment. */
export const itemDetails = z
  .strictObject({ ...itemFields, pincode: told(text, 'What is handed out after payment; empty: nothing.') })
  .meta({ id: 'ItemDetails', title: 'A product in an order, with what is handed out' })

const orderFields = {
  id: told(number, 'The order number.'),
  first_name: text,
  last_name: text,
  middle_name: text,
  email: told(text, "The customer's address, as it was given."),
  phone: text,
  city: told(text, 'Of delivery.'),
  country: told(text, 'Of delivery.'),
  address: told(text, 'Of delivery: street, house, flat.'),
  region: told(text, 'Of delivery.'),
  postalcode: told(text, 'Of delivery.'),
  created: told(unixSeconds, 'When it was created, in Unix seconds.'),
  pay_status: told(z.enum(payStatuses), 'What became of it.'),
  paid: told(unixSeconds.nullable(), 'When it was paid, in Unix seconds; null: it was not.'),
  type: told(z.enum(['digital', 'physical']), '`physical`: something in it is sent by post.'),
  payway: told(text, 'How it was paid; empty: not known.'),
  comment: text,
  domain: told(text, 'Where the order was taken, without scheme; empty: not known.'),
  link: told(text, 'Its page, where the customer pays; without a `domain`, a path only.'),
  good_count: told(z.number().int(), 'How many products are in it.'),
  price: told(money, 'What it costs in all, like `1500.00`.'),
  is_recurrent: told(z.boolean(), 'Whether it was made by a subscription.'),
  bill_sum_topay: told(money, 'What is left to pay, like `1500.00`.'),
  tag: told(text, "The shop's own label."),
  kupon: told(text, 'The code of its coupon; empty: none.'),
  coupon: told(text, 'The same as `kupon`.'),
  utm: told(
    z.strictObject({ medium: text, source: text, campaign: text, content: text, term: text }),
    'Where the customer came from; texts may be empty.',
  ),
}

export const orderObject = z
  .strictObject(orderFields)
  .meta({ id: 'OrderObject', title: 'An order, without its products' })
export type OrderObject = z.output<typeof orderObject>

/** `token` as `Orders.tokenOf` gives it. Times in Unix seconds. */
export function orderObjectOf(order: Order, token: string): OrderObject {
  const { number: id, domain, utm } = order
  return {
    id,
    first_name: order.first_name,
    last_name: order.last_name,
    middle_name: order.middle_name,
    email: order.email,
    phone: order.phone,
    city: order.city,
    country: order.country,
    address: order.address,
    region: order.region,
    postalcode: order.postalcode,
    created: inSeconds(order.created),
    pay_status: order.pay_status,
    paid: order.paid === null ? null : inSeconds(order.paid),
    type: order.items.some(({ kind }) => kind === 'physical') ? 'physical' : 'digital',
    payway: order.payway,
    comment: order.comment,
    domain,
    link: orderLink({ domain, number: id, token }),
    good_count: order.items.length,
    price: writeMoney(totalOf(order)),
    is_recurrent: order.is_recurrent,
    bill_sum_topay: writeMoney(leftToPay(order)),
    tag: order.tag,
    kupon: order.kupon,
    coupon: order.kupon,
    utm: {
      medium: utm.medium,
      source: utm.source,
      campaign: utm.campaign,
      content: utm.content,
      term: utm.term,
    },
  }
}

export function itemObjectOf({ name, title, sumMinor, priceMinor, partners }: OrderItem): z.output<typeof itemObject> {
  return {
    id: name,
    title,
    sum: writeMoney(sumMinor),
    price: writeMoney(priceMinor),
    partners: partners.map((each) => ({
      partner_lvl: each.level,
      partner_id: each.partner,
      partner_name: each.name,
      partner_fee: writeMoney(each.feeMinor),
    })),
  }
}

export function itemDetailsOf(item: OrderItem): z.output<typeof itemDetails> {
  const { partners, ...rest } = itemObjectOf(item)
  return { ...rest, pincode: item.pincode, partners }
}

function inSeconds(milliseconds: number): number {
  return Math.floor(milliseconds / 1_000)
}
