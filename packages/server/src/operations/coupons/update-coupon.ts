import { z } from 'zod'
import { couponResource } from '../../resources/coupon.ts'
import { defineOperation } from '../define.ts'
import { orBodyFault } from '../problems.ts'
import { couponCalled, couponInPath, couponView, isTaken } from './coupon-called.ts'
import { couponSample } from './coupon-sample.ts'
import { code, settings, settingsWith } from './coupon-settings.ts'

export const updateCoupon = defineOperation({
  name: 'updateCoupon',
  title: 'Change a coupon',
  description: 'What is left out stays. Orders in which it was used keep their prices.',
  method: 'PATCH',
  at: '/coupons/{coupon}',
  scope: 'coupons:write',
  input: {
    path: z.strictObject({ coupon: couponInPath }),
    body: z.strictObject({ code: code.optional(), ...settings }),
  },
  output: couponResource,
  problems: ['notFound', 'conflict'],
  sample: {
    path: { coupon: 'SPRING25' },
    body: { amount: 50_000, valid_until: null },
    output: { ...couponSample, percent: null, amount: 50_000, valid_until: null },
  },
  async run(context, { coupon: called, code: renamed, ...given }, refuse) {
    const coupon = await couponCalled(context, called, refuse)
    const typed = renamed ?? coupon.code
    if (await isTaken(context, typed, coupon.number)) {
      return refuse('conflict', { detail: `There is a coupon «${typed}» already.` })
    }
    const changes = { ...(await settingsWith(context, coupon, given, refuse)), code: typed }
    const changed = await orBodyFault('valid_until', () => context.store.coupons.update(coupon.code, changes))
    return couponView(context, changed)
  },
})
