/** What an old-style notification says (protocol section 11): the shop's script reads it as a form. */
import { bytesOf } from '@billkeep/wire/bytes.ts'
import type { PlainValue } from '@billkeep/wire/form-data.ts'
import { formFrom } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { signNotification } from '@billkeep/wire/signature.ts'
import type { OrderHappening } from '../rules/event.ts'
import type { Notification } from '../rules/notification.ts'
import { writeMoney } from '../rules/money.ts'
import { type Order, type OrderItem, totalOf } from '../rules/order.ts'
import { orderLink } from '../rules/order-link.ts'

type Fields = Readonly<Record<string, PlainValue>>

export interface NotificationParts {
  readonly event: Pick<OrderHappening, 'order'>
  readonly notification: Notification
  /** The shop's present key. */
  readonly key: string
  /** As `Orders.tokenOf` gives it. */
  readonly token: string
}

/** The body of the POST, with its keys in the order of the documentation. */
export function notificationBody({ event: { order }, notification, key, token }: NotificationParts): string {
  const fields = fieldsOf[notification](order, token)
  const signed = { id: String(order.number), email: bytesOf(order.email), time: signedTime[notification](order) }
  return writeForm(formFrom({ ...fields, hash: signNotification(signed, key) }))
}

/** The same without its hash, for people to read. */
export function notificationForm({ event, notification, token }: Omit<NotificationParts, 'key'>): string {
  return writeForm(formFrom(fieldsOf[notification](event.order, token)))
}

/** The documentation names the time of paying off for the last two, which their payload does not have: it counts as ''. */
const signedTime: Readonly<Record<Notification, (order: Order) => string>> = {
  created: (order) => seconds(order.created),
  cancelled: (order) => seconds(order.created),
  paid: (order) => seconds(order.paid),
  prepaid: () => '',
  returned: () => '',
}

const fieldsOf: Readonly<Record<Notification, (order: Order, token: string) => Fields>> = {
  created: (order, token) => ({
    status: 'new_order',
    ...customer(order),
    address: order.address,
    ...place(order),
    comment: order.comment,
    ...labels(order),
    domain: order.domain,
    link: link(order, token),
    utm: { ...order.utm },
    items: order.items.map(item),
  }),
  paid: (order) => ({
    ...customer(order),
    address: order.address,
    ...place(order),
    paid: seconds(order.paid),
    last_payment_sum: lastPayment(order),
    comment: order.comment,
    ...labels(order),
    type: order.items.some(({ kind }) => kind === 'physical') ? 'physical' : 'digital',
    payway: order.payway,
    domain: order.domain,
    is_recurrent: order.is_recurrent,
    utm: { ...order.utm },
    items: order.items.map(soldItem),
  }),
  prepaid: (order, token) => ({
    ...customer(order),
    ...place(order),
    prepayment_sum: lastPayment(order),
    ...labels(order),
    domain: order.domain,
    link: link(order, token),
    is_recurrent: order.is_recurrent,
    utm: { ...order.utm },
    items: order.items.map(soldItem),
  }),
  cancelled: (order) => ({
    status: 'cancel_order',
    ...customer(order),
    ...place(order),
    comment: order.comment,
    utm: { ...order.utm },
    items: order.items.map(item),
  }),
  returned: (order) => ({
    status: 'moneyback',
    ...customer(order),
    ...place(order),
    comment: order.comment,
    is_recurrent: order.is_recurrent,
    utm: { ...order.utm },
    items: order.items.map(item),
  }),
}

function customer(order: Order): Fields {
  return {
    id: order.number,
    first_name: order.first_name,
    last_name: order.last_name,
    middle_name: order.middle_name,
    email: order.email,
    phone: order.phone,
    city: order.city,
    country: order.country,
  }
}

function place(order: Order): Fields {
  return { region: order.region, postalcode: order.postalcode, created: seconds(order.created) }
}

/** Receivers know the coupon under either name (protocol section 12, row 7). */
function labels({ tag, kupon }: Order): Fields {
  return { tag, kupon, coupon: kupon }
}

function link({ domain, number }: Order, token: string): string {
  return orderLink({ domain, number, token })
}

function item({ name, title, sumMinor, priceMinor }: OrderItem): Fields {
  return { id: name, title, sum: writeMoney(sumMinor), price: writeMoney(priceMinor) }
}

function soldItem(sold: OrderItem): Fields {
  const partners = sold.partners.map((partner) => ({
    partner_lvl: partner.level,
    partner_id: partner.partner,
    partner_name: partner.name,
    partner_fee: writeMoney(partner.feeMinor),
  }))
  return { ...item(sold), pincode: sold.pincode, partners }
}

/** What came in last; the whole order where it was paid at once, or no payments are known. */
function lastPayment(order: Order): string {
  return writeMoney(order.payments.at(-1)?.sumMinor ?? totalOf(order))
}

function seconds(milliseconds: number | null): string {
  return milliseconds === null ? '' : String(Math.floor(milliseconds / 1_000))
}
