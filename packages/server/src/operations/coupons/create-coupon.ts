import { z } from 'zod'
import { couponResource } from '../../resources/coupon.ts'
import { defineOperation } from '../define.ts'
import { orBodyFault } from '../problems.ts'
import { couponView, isTaken } from './coupon-called.ts'
import { couponSample } from './coupon-sample.ts'
import { code, settings, settingsWith } from './coupon-settings.ts'

export const createCoupon = defineOperation({
  name: 'createCoupon',
  title: 'Create a coupon',
  description: 'It takes off either a percentage or an amount.',
  method: 'POST',
  at: '/coupons',
  scope: 'coupons:write',
  input: { body: z.strictObject({ code, ...settings }) },
  status: 201,
  output: couponResource,
  problems: ['conflict'],
  sample: {
    body: {
      code: 'SPRING25',
      percent: 25,
      valid_from: '2026-03-01T00:00:00+01:00',
      valid_until: '2026-06-01T00:00:00+02:00',
      products: ['course'],
      partner: 'mary',
    },
    output: couponSample,
  },
  async run(context, { code: typed, ...given }, refuse) {
    if (await isTaken(context, typed)) return refuse('conflict', { detail: `There is a coupon «${typed}» already.` })
    const settled = await settingsWith(context, undefined, given, refuse)
    const coupon = await orBodyFault('valid_until', () => context.store.coupons.add({ ...settled, code: typed }))
    return couponView(context, coupon)
  },
})
