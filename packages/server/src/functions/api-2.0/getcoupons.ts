import { z } from 'zod'
import { defineFunction } from '../define.ts'

/** The shop's coupons by number (protocol section 10.2). */
export const getcoupons = defineFunction({
  name: 'getcoupons',
  title: 'List coupons',
  kind: 'read',
  input: z.object({}),
  output: z.array(
    z.strictObject({
      id: z.number().meta({ description: "The coupon's number." }),
      coupon: z.string().meta({ description: 'Its code.' }),
    }),
  ),
  errors: [],
  sample: { input: {}, output: [{ id: 585, coupon: 'SPRING50' }] },
  async run({ store }) {
    const coupons = await store.coupons.list()
    return coupons.map(({ number, code }) => ({ id: number, coupon: code }))
  },
})
