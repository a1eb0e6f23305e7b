import { z } from 'zod'
import { plainProduct } from '../../rules/product.ts'
import { defineFunction } from '../define.ts'
import { changesIn, furtherSettings, goodName, goodType, settings } from '../product-fields.ts'

/** Adds a product (protocol section 9.2). */
export const AddGood = defineFunction({
  name: 'AddGood',
  title: 'Add a product',
  kind: 'write',
  input: z.looseObject({ good_name: goodName, good_type: goodType, ...settings }),
  further: furtherSettings,
  output: z.strictObject({ good_id: z.number().meta({ description: "The product's number." }) }),
  errors: [],
  sample: {
    input: { good_name: 'course', good_type: '0', good_title: 'Course of cooking', good_sum: '2000.00' },
    output: { good_id: 12_549 },
  },
  async run({ store }, { good_name: name, good_type: kind, ...given }, refuse) {
    const changes = changesIn(given, plainProduct) ?? refuse('wrongData')
    const product = await store.products.add({ ...plainProduct, ...changes, name, kind })
    return product === undefined ? refuse('wrongData') : { good_id: product.number }
  },
})
