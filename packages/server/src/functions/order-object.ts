/** The order object of protocol section 7: what it looks like, and how an order becomes one. */
import { z } from 'zod'
import { writeMoney } from '../rules/money.ts'
import { leftToPay, type Order, type OrderItem, payStatuses, totalOf } from '../rules/order.ts'
import { orderLink } from '../rules/order-link.ts'

const money = z.string().regex(/^\d+\.\d\d$/)
const text = z.string()
const unixSeconds = z.number().int()
const number = z.number().int().positive()

const partner = z.strictObject({ partner_lvl: number, partner_id: number, partner_name: text, partner_fee: money })

/** In lists. */
export const itemObject = z.strictObject({
  id: text,
  title: text,
  sum: money,
  price: money,
  partners: z.array(partner),
})

/** In details, with what is handed out after payment. */
export const itemDetails = itemObject.extend({ pincode: text })

export const orderObject = z.strictObject({
  id: number,
  first_name: text,
  last_name: text,
  middle_name: text,
  email: text,
  phone: text,
  city: text,
  country: text,
  address: text,
  region: text,
  postalcode: text,
  created: unixSeconds,
  pay_status: z.enum(payStatuses),
  paid: unixSeconds.nullable(),
  type: z.enum(['digital', 'physical']),
  payway: text,
  comment: text,
  domain: text,
  link: text,
  good_count: z.number().int(),
  price: money,
  is_recurrent: z.boolean(),
  bill_sum_topay: money,
  tag: text,
  kupon: text,
  coupon: text,
  utm: z.strictObject({ medium: text, source: text, campaign: text, content: text, term: text }),
})
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
