/** What a shop sells and who brings its customers, as people look for it: by name or number, and page by page. */
import type { Coupon } from '../rules/coupon.ts'
import type { Page, PageBounds } from '../rules/page.ts'
import type { Partner } from '../rules/partner.ts'
import type { Product, ProductKind } from '../rules/product.ts'
import { isFoundBy } from '../rules/search.ts'
import { couponFrom } from './coupons.ts'
import type { Database } from './database.ts'
import { couponCalled, partnerCalled, productCalled, productNumbered } from './look-ups.ts'
import { pageOf } from './pages.ts'
import { partnerFrom } from './partners.ts'
import { productFrom } from './products/row.ts'

export interface Search extends PageBounds {
  /** Words that must be in a name, title, code or login; '': any. */
  readonly words: string
}

export interface ProductSearch extends Search {
  /** Undefined: any. */
  readonly kind: ProductKind | undefined
}

/** What is found by a name is found by its number, too, where nothing has that number as its name. */
export interface Catalogue {
  /** A number that is not text is no name. */
  product(name: string | number): Promise<Product | undefined>
  /** By its code, in any case of letters. */
  coupon(code: string): Promise<Coupon | undefined>
  /** By the login, in any case of letters. */
  partner(login: string): Promise<Partner | undefined>
  productsPage(search: ProductSearch): Promise<Page<Product>>
  couponsPage(search: Search): Promise<Page<Coupon>>
  partnersPage(search: Search): Promise<Page<Partner>>
  /** Those that have these numbers, by number. */
  partnersWithNumbers(numbers: readonly number[]): Promise<readonly Partner[]>
}

export function catalogueOf(database: Database, shopId: number): Catalogue {
  const { kysely } = database
  return {
    product: (name) =>
      typeof name === 'string' ? productCalled(database, shopId, name) : productNumbered(database, shopId, name),
    coupon: (code) => couponCalled(database, shopId, code, true),
    partner: (login) => partnerCalled(database, shopId, login),
    productsPage: (search) => productsPage(database, shopId, search),
    async couponsPage({ words, ...bounds }) {
      const rows = kysely.selectFrom('coupons').selectAll().where('shop_id', '=', shopId).orderBy('number')
      const { items, next } = await pageOf(
        {
          read: (after, limit) => rows.where('number', '>', after).limit(limit).execute(),
          isWanted: words === '' ? undefined : ({ code }) => isFoundBy([code], words),
        },
        bounds,
      )
      return { items: items.map(couponFrom), next }
    },
    async partnersPage({ words, ...bounds }) {
      const rows = kysely.selectFrom('partners').selectAll().where('shop_id', '=', shopId).orderBy('number')
      const { items, next } = await pageOf(
        {
          read: (after, limit) => rows.where('number', '>', after).limit(limit).execute(),
          isWanted: words === '' ? undefined : ({ login }) => isFoundBy([login], words),
        },
        bounds,
      )
      return { items: items.map(partnerFrom), next }
    },
    async partnersWithNumbers(numbers) {
      if (numbers.length === 0) return []
      const rows = kysely.selectFrom('partners').selectAll().where('shop_id', '=', shopId)
      return (await rows.where('number', 'in', numbers).orderBy('number').execute()).map(partnerFrom)
    },
  }
}

/** Looks through what is short of each product, and reads the whole of those that are wanted. */
async function productsPage(
  { kysely }: Database,
  shopId: number,
  { words, kind, ...bounds }: ProductSearch,
): Promise<Page<Product>> {
  const ofShop = kysely.selectFrom('products').where('shop_id', '=', shopId).orderBy('number')
  const ofKind = kind === undefined ? ofShop : ofShop.where('kind', '=', kind)
  const short = ofKind.select(['number', 'name', 'title'])
  const { items, next } = await pageOf(
    {
      read: (after, limit) => short.where('number', '>', after).limit(limit).execute(),
      isWanted: words === '' ? undefined : ({ name, title }) => isFoundBy([name, title], words),
    },
    bounds,
  )
  if (items.length === 0) return { items: [], next }
  const numbers = items.map(({ number }) => number)
  const rows = await ofShop.selectAll().where('number', 'in', numbers).execute()
  return { items: rows.map(productFrom), next }
}
