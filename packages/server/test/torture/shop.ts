/** The shop that is tortured: its products, and who is told of what. */
import { type Notification, notifications, type NotificationUrls } from '../../src/rules/notification.ts'
import type { Order, OrderItem } from '../../src/rules/order.ts'
import { plainProduct, type Product, type ProductKind } from '../../src/rules/product.ts'
import type { Store } from '../../src/store/store.ts'
import { tester } from '../tester.ts'

export const login = 'alice'
export const key = 'torture-0123456789abcdef0123456789abcdef'

/** Where two receivers listen, as `http://HOST:PORT`. */
export type Receivers = readonly [string, string]

export interface TorturedShop {
  readonly id: number
  readonly products: readonly Product[]
  /** The addresses that must hear of an order's event. */
  urlsFor(order: Order, name: Notification): readonly string[]
}

/** Of products with own addresses at both receivers, with some, and with none, each kind. */
export async function makeShop(store: Store, receivers: Receivers): Promise<TorturedShop> {
  const [first, second] = receivers
  const account = urlsAt(second, 'account')
  const { id } = await store.shops.create(login, tester, { key })
  await store.shops.configure(login, tester, { notify: account })
  const paidOnly = { ...plainProduct.notify, paid: `${first}/ebook/paid?own=1` }
  const products = await Promise.all([
    addProduct(store, id, 'course', 'digital', urlsAt(first, 'course')),
    addProduct(store, id, 'ebook', 'floating', paidOnly),
    addProduct(store, id, 'apron', 'physical', plainProduct.notify),
  ])
  const own = new Map(products.map(({ number, notify }) => [number, notify]))
  return {
    id,
    products,
    urlsFor({ items }, name) {
      const owns = items.map(({ product }) => own.get(product)?.[name] ?? '')
      return [...new Set(owns.map((url) => (url === '' ? account[name] : url)))]
    },
  }
}

export function itemOf({ number, name, title, priceMinor, kind }: Product, sumMinor: number): OrderItem {
  return {
    product: number,
    name,
    title,
    sumMinor,
    priceMinor,
    kind: kind === 'physical' ? 'physical' : 'digital',
    pincode: '',
    partners: [],
  }
}

async function addProduct(
  store: Store,
  shopId: number,
  name: string,
  kind: ProductKind,
  notify: NotificationUrls,
): Promise<Product> {
  const product = { ...plainProduct, name, title: `The ${name} «${kind}»`, priceMinor: 200_000, kind, notify }
  const added = await store.forShop(shopId, tester).products.add(product)
  if (added === undefined) throw new Error(`There is a product ${name} already.`)
  return added
}

function urlsAt(receiver: string, path: string): NotificationUrls {
  const urls = Object.fromEntries(notifications.map((name) => [name, `${receiver}/${path}/${name}`]))
  return { ...plainProduct.notify, ...urls }
}
