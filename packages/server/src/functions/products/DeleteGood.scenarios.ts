import { expect } from 'vitest'
import { products, type Scenario } from '../../../test/scenario.ts'

export const scenarios: readonly Scenario[] = [
  {
    about: 'removes a product',
    given: products,
    form: { good_name: 'course' },
    reply: { code: 0, text: 'OK', result: [] },
    after: async (shop) => {
      expect((await shop.products.list()).map(({ name }) => name)).toEqual(['apron', 'gift'])
    },
  },
  { about: 'knows no such product', given: products, form: { good_name: 'other' }, reply: { code: 3, result: [] } },
]
