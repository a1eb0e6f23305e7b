import { z } from 'zod'
import { plainProduct } from '../../rules/product.ts'
import { defineFunction } from '../define.ts'
import { changesIn, goodName, goodType, settings } from '../product-fields.ts'

/** Adds a product (protocol section 9.2). */
export const AddGood = defineFunction({
  name: 'AddGood',
  title: 'Add a product',
  kind: 'write',
  input: z.object({ good_name: goodName, good_type: goodType, ...settings }),
  output: z.strictObject({ good_id: z.number() }),
  errors: [],
  sample: {
    input: { good_name: 'course', good_type: '0', good_title: 'Course of cooking', good_sum: '2000.00' },
    output: { good_id: 12_549 },
  },
  async run({ store }, { good_name: name, good_type: kind, ...given }, refuse) {
    const wanted = { ...plainProduct, ...changesIn(given, plainProduct), name, kind }
    const product = await store.products.add({ ...wanted, title: given.good_title, priceMinor: given.good_sum })
    return product === undefined ? refuse('wrongData') : { good_id: product.number }
  },
})
