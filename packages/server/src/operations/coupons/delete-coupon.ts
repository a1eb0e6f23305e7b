import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { couponCalled, couponInPath } from './coupon-called.ts'

export const deleteCoupon = defineOperation({
  name: 'deleteCoupon',
  title: 'Delete a coupon',
  description: 'Orders in which it was used keep it and their prices.',
  method: 'DELETE',
  at: '/coupons/{coupon}',
  scope: 'coupons:write',
  input: { path: z.strictObject({ coupon: couponInPath }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { coupon: 'SPRING25' }, output: null },
  async run(context, { coupon }, refuse) {
    await context.store.coupons.remove((await couponCalled(context, coupon, refuse)).code)
    return null
  },
})
