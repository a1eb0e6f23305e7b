/** Orders to rows and back, the same on every database. */
import type { Insertable, Selectable } from 'kysely'
import { orderTexts, type Order, type OrderItem, type Payment } from '../../rules/order.ts'
import { duplicateKey } from './duplicate-key.ts'
import type { OrderItemsTable, OrdersTable, PaymentsTable } from '../schema.ts'

export const orderColumns = [
  'shop_id',
  'number',
  'email',
  'pay_status',
  'created',
  'paid',
  'cancel_at',
  'sent_at',
  'rpo',
  'is_recurrent',
  ...orderTexts,
  'utm_medium',
  'utm_source',
  'utm_campaign',
  'utm_content',
  'utm_term',
  'extra',
  'deleted',
  'duplicate_key',
  'retry_key',
] as const satisfies readonly (keyof OrdersTable)[]

export const itemColumns = [
  'shop_id',
  'number',
  'position',
  'product',
  'name',
  'title',
  'sum',
  'price',
  'kind',
  'pincode',
  'partners',
] as const satisfies readonly (keyof OrderItemsTable)[]

export const paymentColumns = [
  'shop_id',
  'number',
  'position',
  'sum',
  'at',
  'payway',
] as const satisfies readonly (keyof PaymentsTable)[]

/** Deleted orders are stored on, so that their numbers are not given again. */
export interface StoredOrder {
  readonly order: Order
  readonly isDeleted: boolean
}

/** With a value for each column. */
export type RowOf<Table> = Required<Insertable<Table>>

export function orderRow(shopId: number, order: Order, retryKey: string | null = null): RowOf<OrdersTable> {
  const { utm } = order
  return {
    shop_id: shopId,
    number: order.number,
    email: order.email,
    pay_status: order.pay_status,
    created: order.created,
    paid: order.paid,
    cancel_at: order.cancel_at,
    sent_at: order.sent_at,
    rpo: order.rpo,
    is_recurrent: order.is_recurrent ? 1 : 0,
    first_name: order.first_name,
    last_name: order.last_name,
    middle_name: order.middle_name,
    phone: order.phone,
    city: order.city,
    country: order.country,
    address: order.address,
    region: order.region,
    postalcode: order.postalcode,
    payway: order.payway,
    comment: order.comment,
    domain: order.domain,
    tag: order.tag,
    kupon: order.kupon,
    utm_medium: utm.medium,
    utm_source: utm.source,
    utm_campaign: utm.campaign,
    utm_content: utm.content,
    utm_term: utm.term,
    extra: JSON.stringify(order.extra),
    deleted: null,
    duplicate_key: order.pay_status === 'waiting' ? duplicateKey(order) : null,
    retry_key: retryKey,
  }
}

export function itemRow(shopId: number, number: number, position: number, item: OrderItem): RowOf<OrderItemsTable> {
  return {
    shop_id: shopId,
    number,
    position,
    product: item.product,
    name: item.name,
    title: item.title,
    sum: item.sumMinor,
    price: item.priceMinor,
    kind: item.kind,
    pincode: item.pincode,
    partners: item.partners.length === 0 ? '[]' : JSON.stringify(item.partners),
  }
}

export function paymentRow(
  shopId: number,
  number: number,
  position: number,
  { sumMinor, at, payway }: Payment,
): RowOf<PaymentsTable> {
  return { shop_id: shopId, number, position, sum: sumMinor, at, payway }
}

/** Items and payments by position. */
export function orderFrom(
  row: Selectable<OrdersTable>,
  items: readonly Selectable<OrderItemsTable>[],
  payments: readonly Selectable<PaymentsTable>[],
): Order {
  return {
    number: row.number,
    email: row.email,
    pay_status: row.pay_status,
    created: row.created,
    paid: row.paid,
    cancel_at: row.cancel_at,
    sent_at: row.sent_at,
    rpo: row.rpo,
    is_recurrent: row.is_recurrent === 1,
    first_name: row.first_name,
    last_name: row.last_name,
    middle_name: row.middle_name,
    phone: row.phone,
    city: row.city,
    country: row.country,
    address: row.address,
    region: row.region,
    postalcode: row.postalcode,
    payway: row.payway,
    comment: row.comment,
    domain: row.domain,
    tag: row.tag,
    kupon: row.kupon,
    utm: {
      medium: row.utm_medium,
      source: row.utm_source,
      campaign: row.utm_campaign,
      content: row.utm_content,
      term: row.utm_term,
    },
    extra: row.extra === '{}' ? {} : extraIn(row.extra),
    items: items.map(itemFrom),
    payments: payments.map(({ sum, at, payway }) => ({ sumMinor: sum, at, payway })),
  }
}

function itemFrom(row: Selectable<OrderItemsTable>): OrderItem {
  return {
    product: row.product,
    name: row.name,
    title: row.title,
    sumMinor: row.sum,
    priceMinor: row.price,
    kind: row.kind,
    pincode: row.pincode,
    partners: row.partners === '[]' ? [] : partnersIn(row.partners),
  }
}

// Nothing but this file writes these columns, and from values that were checked.

function extraIn(json: string): Order['extra'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(json) as Order['extra']
}

function partnersIn(json: string): OrderItem['partners'] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- see above
  return JSON.parse(json) as OrderItem['partners']
}
