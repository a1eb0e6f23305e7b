import { z } from 'zod'
import { couponResource, couponResourceOf } from '../../resources/coupon.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor, searchWords } from '../paging.ts'
import { partnerLogins } from '../partners/partner-logins.ts'
import { couponSample } from './coupon-sample.ts'

export const listCoupons = defineOperation({
  name: 'listCoupons',
  title: 'List coupons',
  description: 'In the order of their numbers, those that no longer count too. `q` looks in codes.',
  method: 'GET',
  at: '/coupons',
  scope: 'coupons:read',
  input: { query: z.strictObject({ q: searchWords, limit, cursor: numberCursor }) },
  output: listOf(couponResource),
  problems: [],
  sample: { query: { q: 'spring' }, output: { data: [couponSample], next_cursor: null } },
  async run(context, { q: words, limit: most, cursor: after = 0 }) {
    const page = await context.store.catalogue.couponsPage({ words, limit: most, after })
    const numbers = page.items.map(({ partner }) => partner)
    const loginOf = await partnerLogins(context, numbers)
    const { currency } = context.shop
    return listAnswer(page, (coupon) => couponResourceOf(coupon, { currency, partner: loginOf(coupon.partner) }))
  },
})
