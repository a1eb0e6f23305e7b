/** What a function's test is made of: a shop, a call, the reply it must get, and what must be true after. */
import type { PlainValue } from '@billkeep/wire/form-data.ts'
import type { Order } from '../src/rules/order.ts'
import { noTexts, type OrderDraft } from '../src/rules/order-draft.ts'
import { plainProduct, type Product } from '../src/rules/product.ts'
import type { ShopStore } from '../src/store/store.ts'
import { orderOf, putOrders, training } from './orders.ts'

/** What is sent, but for the proof of who is calling. */
export type Fields = Readonly<Record<string, PlainValue>>

export interface Scenario {
  readonly about: string
  /** What the shop has before; left out: nothing. */
  readonly given?: (shop: ShopStore) => Promise<unknown>
  readonly form: Fields
  readonly reply: { readonly code: number; readonly text?: string; readonly result?: unknown }
  /** What must be true after; throws if it is not. */
  readonly after?: (shop: ShopStore) => Promise<void>
}

/** The number of the order that `anOrder` puts. */
export const orderNumber = 258_367

/** An order of `buyer@example.com` for one product that the shop has. */
export function anOrder(changes: Partial<Order> = {}): (shop: ShopStore) => Promise<void> {
  return (shop) => putOrders(shop, orderOf({ number: orderNumber, items: [training], ...changes }))
}

export function aWaitingOrder(changes: Partial<Order> = {}): (shop: ShopStore) => Promise<void> {
  return anOrder({ pay_status: 'waiting', paid: null, payway: '', ...changes })
}

export async function addProduct(shop: ShopStore, changes: Partial<Product> & { name: string }): Promise<void> {
  const added = await shop.products.add({
    ...plainProduct,
    title: `The ${changes.name}`,
    priceMinor: 200_000,
    ...changes,
  })
  if (added === undefined) throw new Error(`There are two products ${changes.name}.`)
}

/** A digital product, a physical one, and one of which the buyer names the price. */
export async function products(shop: ShopStore): Promise<void> {
  await addProduct(shop, { name: 'course' })
  await addProduct(shop, { name: 'apron', kind: 'physical', priceMinor: 90_000 })
  await addProduct(shop, { name: 'gift', kind: 'floating', priceMinor: 0 })
}

/** What happened to the shop's orders, by number. */
export async function eventsOf(shop: ShopStore): Promise<Record<string, readonly string[]>> {
  const happened: Record<string, readonly string[]> = {}
  for await (const { number } of shop.orders.all()) {
    happened[number] = (await shop.orders.events(number)).map(({ type }) => type)
  }
  return happened
}

/** For orders that a scenario needs to have been taken, with events. */
export function draftOf(changes: Partial<OrderDraft> = {}): OrderDraft {
  return {
    email: 'buyer@example.com',
    texts: noTexts,
    utm: { medium: '', source: '', campaign: '', content: '', term: '' },
    extra: {},
    lines: [{ product: 'course', sumMinor: undefined }],
    partners: [],
    timer: 'never',
    created: 1_700_000_000_000,
    pay_status: 'waiting',
    paid: null,
    couponByNumber: false,
    repeats: 'sameContent',
    ...changes,
  }
}
