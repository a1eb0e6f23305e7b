/** What functions must answer about a shop's orders (protocol sections 7 and 8). */
import { expect } from 'vitest'
import type { Order } from '../../src/rules/order.ts'
import { leftOf, totalOf } from './changes.ts'
import { moneyText } from './money.ts'
import type { ModelOrder, ModelShop } from './shop.ts'

export function orderOnWire(order: ModelOrder): Readonly<Record<string, unknown>> {
  const { number: id, first_name, last_name, middle_name, email, phone, city, country, address, region } = order
  const { postalcode, pay_status, payway, comment, domain, items, is_recurrent, tag, kupon, utm } = order
  const path = new RegExp(`^${domain === '' ? '' : `http://${domain}`}/bill/${id}/[\\da-f]{32}/$`)
  return {
    id,
    first_name,
    last_name,
    middle_name,
    email,
    phone,
    city,
    country,
    address,
    region,
    postalcode,
    created: Math.floor(order.created / 1_000),
    pay_status,
    paid: order.paid === null ? null : Math.floor(order.paid / 1_000),
    type: items.some(({ kind }) => kind === 'physical') ? 'physical' : 'digital',
    payway,
    comment,
    domain,
    link: expect.stringMatching(path) as unknown,
    good_count: items.length,
    price: moneyText(totalOf(order)),
    is_recurrent,
    bill_sum_topay: moneyText(leftOf(order)),
    tag,
    kupon,
    coupon: kupon,
    utm,
  }
}

export function itemsOnWire({ items }: ModelOrder): readonly object[] {
  return items.map(({ name, title, sumMinor, priceMinor, partners }) => ({
    id: name,
    title,
    sum: moneyText(sumMinor),
    price: moneyText(priceMinor),
    partners: partners.map(({ level, partner, name: login, feeMinor }) => ({
      partner_lvl: level,
      partner_id: partner,
      partner_name: login,
      partner_fee: moneyText(feeMinor),
    })),
  }))
}

/** With `good_info`: what can be paid in part goes by the products as they are now. */
export function detailsOnWire(shop: ModelShop, order: ModelOrder): object {
  const products = [...shop.products.values()]
  const least = order.items.map(
    ({ product }) => products.find(({ number }) => number === product)?.prepaymentMinMinor ?? null,
  )
  const isEnabled = least.some((sum) => sum !== null)
  const sum = order.items.reduce((all, { sumMinor }, index) => all + Math.min(sumMinor, least[index] ?? sumMinor), 0)
  return {
    ...orderOnWire(order),
    items: itemsOnWire(order).map((item) => ({ ...item, pincode: '' })),
    good_ids: order.items.map(({ product }) => product).join(','),
    prepayment_enabled: isEnabled ? 1 : 0,
    prepayment_minsum: isEnabled ? moneyText(sum) : '0.00',
  }
}

type Bills = Record<string, Record<string, { readonly good_name: string; readonly good_title: string }>>

/** What GetBills answers; undefined where there is no order. */
export function billsOnWire(shop: ModelShop, email: string, status: string): Bills | undefined {
  const wanted = shop.visible.filter(
    (order) =>
      order.email.toLowerCase() === email.trim().toLowerCase() && (status === '' || order.pay_status === status),
  )
  const bills: Bills = {}
  for (const { number, items } of wanted) {
    const goods = items.map(({ product, name, title }) => [product, { good_name: name, good_title: title }] as const)
    bills[number] = Object.fromEntries(goods)
  }
  return wanted.length === 0 ? undefined : bills
}

/** What of an order only its store tells. */
export function hiddenOf(order: ModelOrder): Pick<Order, 'cancel_at' | 'sent_at' | 'rpo' | 'payments'> {
  const { cancel_at, sent_at, rpo, payments } = order
  return { cancel_at, sent_at, rpo, payments }
}
