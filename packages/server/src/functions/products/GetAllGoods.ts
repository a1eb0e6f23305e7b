import { z } from 'zod'
import { writeMoney } from '../../rules/money.ts'
import type { ProductKind } from '../../rules/product.ts'
import { defineFunction } from '../define.ts'
import { productName } from '../fields.ts'

const goodTypes = { physical: '1', digital: '0', floating: '' } as const satisfies Record<ProductKind, string>

/** The shop's products by number (protocol section 9.1). */
export const GetAllGoods = defineFunction({
  name: 'GetAllGoods',
  title: 'List products',
  kind: 'read',
  input: z.object({}),
  output: z.array(
    z.strictObject({
      good_id: z.number().meta({ description: "The product's number." }),
      good_name: productName,
      good_title: z.string().meta({ description: 'What customers read.' }),
      good_sum: z.string().meta({ description: "Its price in the shop's currency, like `1500.00`." }),
      good_type: z
        .enum(['1', '0', ''])
        .meta({ description: '`1`: sent by post; `0`: digital; empty: the buyer names the price.' }),
    }),
  ),
  errors: ['noProducts'],
  sample: {
    input: {},
    output: [
      { good_id: 12_549, good_name: 'course', good_title: 'Course of cooking', good_sum: '2000.00', good_type: '0' },
    ],
  },
  async run({ store }, _input, refuse) {
    const products = await store.products.summaries()
    if (products.length === 0) return refuse('noProducts')
    return products.map(({ number, name, title, priceMinor, kind }) => ({
      good_id: number,
      good_name: name,
      good_title: title,
      good_sum: writeMoney(priceMinor),
      good_type: goodTypes[kind],
    }))
  },
})
