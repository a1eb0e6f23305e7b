/** What an order names, found while it is being taken. */
import type { Coupon } from '../rules/coupon.ts'
import type { Partner } from '../rules/partner.ts'
import type { Product } from '../rules/product.ts'
import { couponFrom } from './coupons.ts'
import type { Queries } from './database.ts'
import { partnerFrom } from './partners.ts'
import { type Prepared, prepared } from './prepared.ts'
import { productFrom } from './products/row.ts'

/** By symbolic name or, if no product has that, by number. */
export async function productCalled(queries: Queries, shopId: number, name: string): Promise<Product | undefined> {
  const row =
    (await queries.get(productByName, { shopId, name })) ?? (await byNumber(queries, productByNumber, shopId, name))
  return row && productFrom(row)
}

export async function productNumbered(queries: Queries, shopId: number, number: number): Promise<Product | undefined> {
  const row = await queries.get(productByNumber, { shopId, number })
  return row && productFrom(row)
}

/** By code, without regard to case, or, if no coupon has that and it `mayBeNumber`, by number. */
export async function couponCalled(
  queries: Queries,
  shopId: number,
  name: string,
  mayBeNumber: boolean,
): Promise<Coupon | undefined> {
  const row =
    (await queries.get(couponByCode, { shopId, codeKey: name.toLowerCase() })) ??
    (mayBeNumber ? await byNumber(queries, couponByNumber, shopId, name) : undefined)
  return row && couponFrom(row)
}

/** By login, without regard to case, or, if no partner has that, by number. */
export async function partnerCalled(queries: Queries, shopId: number, login: string): Promise<Partner | undefined> {
  const row =
    (await queries.get(partnerByLogin, { shopId, loginKey: login.trim().toLowerCase() })) ??
    (await byNumber(queries, partnerByNumber, shopId, login))
  return row && partnerFrom(row)
}

/**
 * Whose sale it is, level 1 first: the partner of that number, or those of these logins that the shop knows, each once.
 * One alone brings along who brought them, at level 2.
 */
export async function partnersOf(
  queries: Queries,
  shopId: number,
  named: number | readonly string[],
): Promise<readonly Partner[]> {
  const partners: Partner[] = []
  if (typeof named === 'number') {
    const row = await queries.get(partnerByNumber, { shopId, number: named })
    if (row !== undefined) partners.push(partnerFrom(row))
  } else {
    for (const login of named) {
      const row = await queries.get(partnerByLogin, { shopId, loginKey: login.trim().toLowerCase() })
      const isNew = row !== undefined && !partners.some(({ number }) => number === row.number)
      if (isNew) partners.push(partnerFrom(row))
    }
  }
  const [only, second] = partners
  if (only === undefined || second !== undefined || only.parent === null) return partners
  const parent = await queries.get(partnerByNumber, { shopId, number: only.parent })
  return parent === undefined ? partners : [only, partnerFrom(parent)]
}

type ByNumber<Row> = Prepared<{ shopId: number; number: number }, Row>

/** Nothing where the text is no number. */
async function byNumber<Row>(
  queries: Queries,
  query: ByNumber<Row>,
  shopId: number,
  text: string,
): Promise<Row | undefined> {
  return /^[1-9]\d{0,14}$/.test(text) ? queries.get(query, { shopId, number: Number(text) }) : undefined
}

const productByName = prepared<{ shopId: number; name: string }>()((db, arg) =>
  db.selectFrom('products').selectAll().where('shop_id', '=', arg('shopId')).where('name', '=', arg('name')),
)
const productByNumber = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('products').selectAll().where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)
const couponByCode = prepared<{ shopId: number; codeKey: string }>()((db, arg) =>
  db.selectFrom('coupons').selectAll().where('shop_id', '=', arg('shopId')).where('code_key', '=', arg('codeKey')),
)
const couponByNumber = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('coupons').selectAll().where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)
const partnerByLogin = prepared<{ shopId: number; loginKey: string }>()((db, arg) =>
  db.selectFrom('partners').selectAll().where('shop_id', '=', arg('shopId')).where('login_key', '=', arg('loginKey')),
)
const partnerByNumber = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('partners').selectAll().where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)
