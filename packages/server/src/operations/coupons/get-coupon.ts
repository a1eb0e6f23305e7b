import { z } from 'zod'
import { couponResource } from '../../resources/coupon.ts'
import { defineOperation } from '../define.ts'
import { couponCalled, couponInPath, couponView } from './coupon-called.ts'
import { couponSample } from './coupon-sample.ts'

export const getCoupon = defineOperation({
  name: 'getCoupon',
  title: 'Get a coupon',
  method: 'GET',
  at: '/coupons/{coupon}',
  scope: 'coupons:read',
  input: { path: z.strictObject({ coupon: couponInPath }) },
  output: couponResource,
  problems: ['notFound'],
  sample: { path: { coupon: 'SPRING25' }, output: couponSample },
  async run(context, { coupon }, refuse) {
    return couponView(context, await couponCalled(context, coupon, refuse))
  },
})
