/** Orders for tests: a plain one to vary, and generated ones of every shape. */
import fc from 'fast-check'
import { emailKey } from '../src/rules/email.ts'
import { largestSum } from '../src/rules/money.ts'
import { itemKinds, orderTexts, payStatuses, utmLabels, type Order, type OrderItem } from '../src/rules/order.ts'
import type { ShopStore } from '../src/store/store.ts'

export const training: OrderItem = {
  product: 12_549,
  name: 'payment',
  title: 'payment for training',
  sumMinor: 150_000,
  priceMinor: 200_000,
  kind: 'digital',
  pincode: '',
  partners: [],
}

export function orderOf(changes: Partial<Order> = {}): Order {
  return {
    number: 258_367,
    email: 'buyer@example.com',
    pay_status: 'paid',
    created: 1_700_000_000_000,
    paid: 1_700_003_600_000,
    is_recurrent: false,
    first_name: 'Anna',
    last_name: 'Ivanova',
    middle_name: '',
    phone: '+79000000000',
    city: '',
    country: '',
    address: '',
    region: '',
    postalcode: '',
    payway: 'manual',
    comment: '',
    domain: '',
    tag: '',
    kupon: '',
    cancel_at: null,
    sent_at: null,
    rpo: '',
    utm: { medium: 'cpc', source: '', campaign: '', content: '', term: '' },
    extra: {},
    items: [training],
    payments: [],
    ...changes,
  }
}

const text = fc
  .oneof(
    fc.constant(''),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom('Анна «Ё»', 'a"b\\c', '=1+1', '\u2028', '%20+&', '🎓'),
  )
  .filter((value) => !value.includes('\0'))
const mostItems = 4
const minor = fc.oneof(fc.nat(1_000), fc.nat(Math.floor(largestSum / mostItems)))
const instant = fc.oneof(
  fc.integer({ min: 0, max: 253_402_300_799 }).map((seconds) => seconds * 1_000),
  fc.integer({ min: 0, max: 253_402_300_799_999 }),
)

/** Few customers, so that they have several orders; many spellings of each. */
const anyEmail = fc
  .tuple(fc.nat(5), fc.constantFrom('c', 'C', ' c', 'ц', 'Ц'))
  .map(([customer, spelling]) => `${spelling}${customer}@Example.com`)

/** Each product number has one name, as in a real shop. */
const anyItem: fc.Arbitrary<OrderItem> = fc
  .record({
    product: fc.integer({ min: 1, max: 9 }),
    title: text,
    sumMinor: minor,
    priceMinor: minor,
    kind: fc.constantFrom(...itemKinds),
    pincode: text,
    partners: fc.array(
      fc.record({
        level: fc.integer({ min: 1, max: 3 }),
        partner: fc.integer({ min: 1, max: 9 }),
        name: text.filter((name) => name !== ''),
        feeMinor: minor,
      }),
      { maxLength: 2 },
    ),
  })
  .map((item) => ({ ...item, name: `product"${item.product}` }))

export const anyOrder: fc.Arbitrary<Order> = fc
  .record({
    number: fc.integer({ min: 1, max: 1_000_000 }),
    email: anyEmail,
    pay_status: fc.constantFrom(...payStatuses),
    created: instant,
    paid: fc.option(instant),
    is_recurrent: fc.boolean(),
    texts: fc.record(Object.fromEntries(orderTexts.map((name) => [name, text]))),
    utm: fc.record(Object.fromEntries(utmLabels.map((label) => [label, text]))),
    items: fc.array(anyItem, { minLength: 1, maxLength: mostItems }),
    payments: fc.array(fc.record({ sumMinor: fc.integer({ min: 1, max: 9_999_999 }), at: instant, payway: text }), {
      maxLength: 2,
    }),
    cancelAt: fc.option(instant),
    sent_at: fc.option(instant),
    rpo: text,
    extra: fc.dictionary(fc.constantFrom('ip', 'aff_source', 'customer_billing_address_1'), text),
  })
  .map(({ texts, utm, cancelAt, ...order }) => {
    const cancel_at = order.pay_status === 'waiting' ? cancelAt : null
    return orderOf({ ...order, ...texts, cancel_at, utm: { ...orderOf().utm, ...utm } })
  })

/** Orders with numbers of their own. */
export const anyOrders = fc.uniqueArray(anyOrder, { selector: ({ number }) => number, maxLength: 30 })

export async function putOrders(shop: ShopStore, ...orders: readonly Order[]): Promise<void> {
  await shop.bulkOrders.write(async (writer) => {
    for (const { outcome } of await writer.put(orders, { update: true })) {
      if (outcome === 'conflict') throw new Error('The test gave an order that cannot be stored.')
    }
  })
}

export async function storedOrders(shop: ShopStore): Promise<Order[]> {
  return Array.fromAsync(shop.orders.all())
}

type Bills = Record<string, Record<string, { good_name: string; good_title: string }>>

/** What GetBills must answer, worked out from the orders in the plainest way. */
export function billsOf(orders: readonly Order[], email: string, payStatus?: string): Bills {
  const bills: Bills = {}
  for (const order of orders) {
    if (emailKey(order.email) !== emailKey(email)) continue
    if (payStatus !== undefined && order.pay_status !== payStatus) continue
    const goods: Bills[string] = {}
    for (const item of order.items) goods[item.product] ??= { good_name: item.name, good_title: item.title }
    bills[order.number] = goods
  }
  return bills
}
