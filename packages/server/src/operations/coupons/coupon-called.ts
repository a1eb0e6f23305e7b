import { z } from 'zod'
import { couponResourceOf, type CouponResource } from '../../resources/coupon.ts'
import type { Coupon } from '../../rules/coupon.ts'
import type { OperationContext } from '../context.ts'
import type { Refuse } from '../define.ts'
import { partnerLogins } from '../partners/partner-logins.ts'

export const couponInPath = z.string().meta({
  title: 'Coupon',
  description:
    "The coupon's code, percent-encoded, in any case of letters, or, where no coupon has that code, its number.",
})

export async function couponCalled(
  { store }: Pick<OperationContext, 'store'>,
  code: string,
  refuse: Refuse<'notFound'>,
): Promise<Coupon> {
  return (await store.catalogue.coupon(code)) ?? refuse('notFound', { detail: `There is no coupon «${code}».` })
}

/** Whether another coupon than the one of that number has this code, in whatever case of letters. */
export async function isTaken(
  { store }: Pick<OperationContext, 'store'>,
  code: string,
  own?: number,
): Promise<boolean> {
  const coupon = await store.catalogue.coupon(code)
  return coupon !== undefined && coupon.number !== own && coupon.code.toLowerCase() === code.toLowerCase()
}

export async function couponView(
  context: Pick<OperationContext, 'shop' | 'store'>,
  coupon: Coupon,
): Promise<CouponResource> {
  const loginOf = await partnerLogins(context, [coupon.partner])
  return couponResourceOf(coupon, { currency: context.shop.currency, partner: loginOf(coupon.partner) })
}
