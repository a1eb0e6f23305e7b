/** What a shop has at first, so that sequences need not begin with it. */
import type { NotificationUrls } from '../../src/rules/notification.ts'
import type { Product } from '../../src/rules/product.ts'
import type { RealShop } from './real.ts'
import { type ModelShop, noUrls } from './shop.ts'

export async function stock(model: ModelShop, real: RealShop): Promise<void> {
  const all = real.urlOf('all')
  const urls: NotificationUrls = { created: all, paid: real.urlOf('paid'), prepaid: all, cancelled: '', returned: all }
  const products: readonly Omit<Product, 'number'>[] = [
    { ...plain, name: 'course', notify: urls, timerMs: 3_600_000, prepaymentMinMinor: 500 },
    { ...plain, name: 'apron', kind: 'physical', priceMinor: 999, fees: [{ sumMinor: 300, basisPoints: 0 }, null] },
    { ...plain, name: 'gift', kind: 'floating', priceMinor: 0 },
  ]
  for (const product of products) {
    const added = await real.store.products.add(product)
    if (added === undefined) throw new Error(`There are two products ${product.name}.`)
    model.products.set(added.name, { ...product, number: added.number })
  }
  const coupon = {
    code: 'SPRING',
    discount: { basisPoints: 3_333 },
    validFrom: null,
    validUntil: model.now + 86_400_000,
    products: [],
    partner: null,
  }
  const { number } = await real.store.coupons.add(coupon)
  model.coupons.set('spring', { ...coupon, number })
  const bob = { login: 'bob', basisPoints: 1_000, parent: null }
  model.partners.set('bob', { ...bob, number: (await real.store.partners.add(bob)).number })
}

const plain: Omit<Product, 'number' | 'name'> = {
  title: 'The first',
  priceMinor: 1_500,
  kind: 'digital',
  timerMs: null,
  prepaymentMinMinor: null,
  notify: noUrls,
  fees: [null, null],
  extra: {},
}
