/** Steps that change coupons and partners, which only the store can. */
import fc from 'fast-check'
import { expect } from 'vitest'
import type { Coupon } from '../../src/rules/coupon.ts'
import { StoreError } from '../../src/store/errors.ts'
import { anyOffset, couponCodes, logins, productNames } from './alphabet.ts'
import { type Step, step } from './command.ts'
import { compareCoupons, comparePartners } from './compare-settings.ts'
import type { RealShop } from './real.ts'
import type { ModelShop } from './shop.ts'

const anyCode = fc.constantFrom(...couponCodes, 'Spring')

/** Times beside the present one, products by name, a partner by login. */
interface CouponGiven {
  readonly discount: Coupon['discount']
  readonly from: number | null
  readonly until: number | null
  readonly products: readonly string[]
  readonly partner: string | null
}

const anyCoupon: fc.Arbitrary<CouponGiven> = fc.record({
  discount: fc.constantFrom({ basisPoints: 3_333 }, { basisPoints: 10_000 }, { sumMinor: 500 }, { sumMinor: 2_000 }),
  from: fc.constantFrom(null, null, -1_000, 0, 60_000),
  until: fc.oneof(fc.constant(null), anyOffset),
  products: fc.subarray(productNames, { maxLength: 2 }),
  partner: fc.option(fc.constantFrom(...logins)),
})

const addition = fc
  .tuple(anyCode, anyCoupon)
  .map(([code, given]) =>
    step('coupon add', { code, ...given }, (model, real) => add(model, real, { code, ...couponOf(model, given) })),
  )

async function add(model: ModelShop, real: RealShop, coupon: Omit<Coupon, 'number'>): Promise<void> {
  const key = coupon.code.toLowerCase()
  const added = real.store.coupons.add(coupon)
  if (!hasPeriod(coupon)) await expect(added).rejects.toThrow(RangeError)
  else if (model.coupons.has(key)) await expect(added).rejects.toThrow(StoreError)
  else model.coupons.set(key, { ...coupon, number: (await added).number })
  await compareCoupons(model, real)
}

const update = fc
  .tuple(anyCode, anyCoupon)
  .map(([code, given]) =>
    step('coupon set', { code, ...given }, (model, real) => change(model, real, code, couponOf(model, given))),
  )

async function change(model: ModelShop, real: RealShop, code: string, changes: Omit<Coupon, 'number' | 'code'>) {
  const changed = real.store.coupons.update(code, changes)
  const coupon = model.coupons.get(code.toLowerCase())
  if (coupon === undefined) await expect(changed).rejects.toThrow(StoreError)
  else if (!hasPeriod(changes)) await expect(changed).rejects.toThrow(RangeError)
  else {
    await changed
    model.coupons.set(code.toLowerCase(), { ...coupon, ...changes })
  }
  await compareCoupons(model, real)
}

const removal = anyCode.map((code) => step('coupon remove', code, (model, real) => remove(model, real, code)))

async function remove(model: ModelShop, real: RealShop, code: string): Promise<void> {
  const removed = real.store.coupons.remove(code)
  if (model.coupons.delete(code.toLowerCase())) await removed
  else await expect(removed).rejects.toThrow(StoreError)
  await compareCoupons(model, real)
}

/** Bob may have been brought by Carol. */
const partner = fc
  .record({ login: fc.constantFrom(...logins), basisPoints: fc.constantFrom(0, 1_000, 1_250), isBrought: fc.boolean() })
  .map((given) =>
    step('partner', given, async (model, real) => {
      const { login, basisPoints, isBrought } = given
      const carol = model.partners.get('carol')?.number ?? null
      const values = { basisPoints, parent: login === 'bob' && isBrought ? carol : null }
      const present = model.partners.get(login.toLowerCase())
      const { partners } = real.store
      const { number } = await (present ? partners.update(login, values) : partners.add({ login, ...values }))
      model.partners.set(login.toLowerCase(), { login, ...values, number: present?.number ?? number })
      await comparePartners(model, real)
    }),
  )

const partnerRemoval = fc
  .constantFrom(...logins)
  .map((login) => step('partner remove', login, (model, real) => removePartner(model, real, login)))

async function removePartner(model: ModelShop, real: RealShop, login: string): Promise<void> {
  const removed = real.store.partners.remove(login)
  const gone = model.partners.get(login.toLowerCase())
  if (gone === undefined) await expect(removed).rejects.toThrow(StoreError)
  else {
    await removed
    forget(model, gone.number)
  }
  await comparePartners(model, real)
  await compareCoupons(model, real)
}

export const couponSteps: readonly fc.Arbitrary<Step>[] = [addition, update, removal, partner, partnerRemoval]

function couponOf(model: ModelShop, given: CouponGiven): Omit<Coupon, 'number' | 'code'> {
  const { discount, from, until, products, partner: login } = given
  return {
    discount,
    validFrom: from === null ? null : model.now + from,
    validUntil: until === null ? null : model.now + until,
    products: products.flatMap((name) => model.products.get(name)?.number ?? []),
    partner: login === null ? null : (model.partners.get(login.toLowerCase())?.number ?? null),
  }
}

function hasPeriod({ validFrom, validUntil }: Pick<Coupon, 'validFrom' | 'validUntil'>): boolean {
  return validFrom === null || validUntil === null || validFrom < validUntil
}

/** Neither coupons nor other partners are theirs any more. */
function forget(model: ModelShop, number: number): void {
  for (const [login, each] of model.partners) {
    if (each.number === number) model.partners.delete(login)
    else if (each.parent === number) model.partners.set(login, { ...each, parent: null })
  }
  for (const [code, each] of model.coupons) {
    if (each.partner === number) model.coupons.set(code, { ...each, partner: null })
  }
}
