/** Holds what the real shop says of products, coupons and partners against the model. */
import { expect } from 'vitest'
import { moneyText } from './money.ts'
import type { RealShop } from './real.ts'
import type { ModelShop } from './shop.ts'

const goodTypes = { physical: '1', digital: '0', floating: '' } as const

export async function compareProducts(model: ModelShop, real: RealShop): Promise<void> {
  const products = [...model.products.values()].toSorted(byNumber)
  const all = await real.ask('GetAllGoods', {})
  expect(all.code).toBe(products.length === 0 ? 700 : 0)
  expect(all.result).toEqual(
    products.map(({ number, name, title, priceMinor, kind }) => ({
      good_id: number,
      good_name: name,
      good_title: title,
      good_sum: moneyText(priceMinor),
      good_type: goodTypes[kind],
    })),
  )
  const short = products.map(({ number, name, title }) => ({ id: number, good_name: name, good_title: title }))
  expect(await real.ask2('getgoods', {})).toMatchObject({ code: 0, result: short })
  // What only orders and commands show.
  expect(await real.store.products.list()).toEqual(products)
}

export async function compareCoupons(model: ModelShop, real: RealShop): Promise<void> {
  const coupons = [...model.coupons.values()].toSorted(byNumber)
  const short = coupons.map(({ number, code }) => ({ id: number, coupon: code }))
  expect(await real.ask2('getcoupons', {})).toMatchObject({ code: 0, result: short })
  expect(await real.store.coupons.list()).toEqual(coupons)
}

export async function comparePartners(model: ModelShop, real: RealShop): Promise<void> {
  expect(await real.store.partners.list()).toEqual([...model.partners.values()].toSorted(byNumber))
}

function byNumber(a: { readonly number: number }, b: { readonly number: number }): number {
  return a.number - b.number
}
