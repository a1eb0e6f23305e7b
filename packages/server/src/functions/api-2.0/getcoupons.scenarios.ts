import type { Scenario } from '../../../test/scenario.ts'

export const scenarios: readonly Scenario[] = [
  {
    about: 'lists coupons by number',
    given: async (shop) => {
      for (const code of ['SPRING50', 'Осень']) {
        const whole = { validFrom: null, validUntil: null, products: [], partner: null }
        await shop.coupons.add({ code, discount: { basisPoints: 5_000 }, ...whole })
      }
    },
    form: {},
    reply: {
      code: 0,
      text: 'OK',
      result: [
        { id: 1, coupon: 'SPRING50' },
        { id: 2, coupon: 'Осень' },
      ],
    },
  },
  { about: 'gives an empty list where there are none', form: {}, reply: { code: 0, result: [] } },
]
