/** What becomes of a call that asks for an order (protocol sections 8.2, 9.3 and 10.1). */
import type { Coupon } from '../../src/rules/coupon.ts'
import type { OrderItem, OrderTexts, PayStatus, Utm } from '../../src/rules/order.ts'
import type { Partner } from '../../src/rules/partner.ts'
import type { Product } from '../../src/rules/product.ts'
import { shareOf } from './money.ts'
import type { ModelOrder, ModelShop } from './shop.ts'

/** What both versions of the API can say of an order. */
export interface Asked {
  readonly email: string
  readonly lines: readonly { readonly product: string; readonly sum: number | undefined }[]
  readonly texts: Omit<OrderTexts, 'kupon'>
  readonly utm: Utm
  readonly coupon: string
  readonly couponMayBeNumber: boolean
  /** Logins. */
  readonly partners: readonly string[]
  readonly timer: 'product' | 'never' | number
  readonly created: number
  readonly status: PayStatus
  readonly paid: number | undefined
  /** Of API 2.0: all that was said. */
  readonly said: string | undefined
}

export interface Answer {
  readonly code: number
  readonly result?: unknown
}

const tenMinutes = 600_000

/** The order that comes of it, with the number 0; or the answer where none does. */
export function orderFor(shop: ModelShop, asked: Asked): ModelOrder | Answer {
  const repeated = [...shop.orders.values()].find(
    ({ said, isDeleted, happened: [made] }) =>
      said !== undefined && said === asked.said && !isDeleted && shop.now - (made?.at ?? 0) <= tenMinutes,
  )
  if (repeated !== undefined) return { code: 0, result: { bill_id: repeated.order.number } }

  const found = asked.lines.map(({ product }) => productCalled(shop, product))
  const products = found.filter((product) => product !== undefined)
  const missing = asked.lines.find((_, index) => found[index] === undefined)
  if (missing !== undefined) return { code: 604, result: { good_name: missing.product } }
  const { first_name, last_name, country, city, address } = asked.texts
  const isDeliverable = [first_name, last_name, country, city, address].every((text) => text !== '')
  if (products.some(({ kind }) => kind === 'physical') && !isDeliverable) return { code: 605, result: [] }

  const order = newOrder(shop, asked, products)
  const same = shop.visible.filter((other) => other.pay_status === 'waiting' && contentOf(other) === contentOf(order))
  // Which of several is not said, so the first counts.
  const [first] = asked.said === undefined ? same : []
  return first === undefined ? order : { code: 601, result: { bill_id: first.number } }
}

function newOrder(shop: ModelShop, asked: Asked, products: readonly Product[]): ModelOrder {
  const coupon = couponOf(shop, asked)
  const chain = chainOf(shop, asked, coupon)
  const times = products.flatMap(({ timerMs }) => timerMs ?? [])
  const byProduct = times.length === 0 ? null : shop.now + Math.min(...times)
  return {
    ...asked.texts,
    kupon: coupon?.code ?? '',
    number: 0,
    email: asked.email,
    pay_status: 'waiting',
    created: asked.created,
    paid: null,
    cancel_at: asked.timer === 'product' ? byProduct : asked.timer === 'never' ? null : asked.timer,
    sent_at: null,
    rpo: '',
    is_recurrent: false,
    utm: asked.utm,
    items: products.map((product, index) => itemOf(product, asked.lines[index]?.sum, coupon, chain)),
    payments: [],
  }
}

/** By its name, or, where none has that, by its number. */
function productCalled({ products }: ModelShop, name: string): Product | undefined {
  return products.get(name) ?? [...products.values()].find(({ number }) => String(number) === name)
}

function couponOf({ coupons, now }: ModelShop, { coupon: name, couponMayBeNumber }: Asked): Coupon | undefined {
  const byNumber = [...coupons.values()].find(({ number }) => couponMayBeNumber && String(number) === name)
  const coupon = coupons.get(name.toLowerCase()) ?? byNumber
  if (coupon === undefined) return undefined
  const { validFrom, validUntil } = coupon
  return now >= (validFrom ?? 0) && now < (validUntil ?? Infinity) ? coupon : undefined
}

/** Whose sale it is, level 1 first: the coupon's partner wins; one alone brings along who brought them. */
function chainOf({ partners }: ModelShop, asked: Asked, coupon: Coupon | undefined): readonly Partner[] {
  const all = [...partners.values()]
  const credited = coupon?.partner ?? null
  const named =
    credited === null
      ? asked.partners.flatMap((login) => partners.get(login.toLowerCase()) ?? [])
      : all.filter(({ number }) => number === credited)
  const parent = named.length === 1 ? all.find(({ number }) => number === named[0]?.parent) : undefined
  return parent === undefined ? named : [...named, parent]
}

function itemOf(
  { number, name, title, priceMinor, kind, fees }: Product,
  asked: number | undefined,
  coupon: Coupon | undefined,
  chain: readonly Partner[],
): OrderItem {
  const isCovered = coupon !== undefined && (coupon.products.length === 0 || coupon.products.includes(number))
  const sum = asked ?? Math.max(0, priceMinor - (isCovered ? discountOn(priceMinor, coupon) : 0))
  const partners = chain.map((partner, index) => {
    const fee = fees[index] ?? { sumMinor: 0, basisPoints: index === 0 ? partner.basisPoints : 0 }
    const earned = fee.basisPoints > 0 ? shareOf(sum, fee.basisPoints) : fee.sumMinor
    return { level: index + 1, partner: partner.number, name: partner.login, feeMinor: Math.min(sum, earned) }
  })
  return {
    product: number,
    name,
    title,
    sumMinor: sum,
    priceMinor,
    kind: kind === 'physical' ? 'physical' : 'digital',
    pincode: '',
    partners,
  }
}

function discountOn(price: number, { discount }: Coupon): number {
  return 'sumMinor' in discount ? discount.sumMinor : shareOf(price, discount.basisPoints)
}

/** The same for orders of one customer with the same products at the same sums. */
function contentOf({ email, items }: ModelOrder): string {
  const lines = items.map(({ product, sumMinor }) => `${product} at ${sumMinor}`)
  return [email.toLowerCase(), ...lines.toSorted()].join('; ')
}
