import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { nothing } from '../fields.ts'
import { goodName } from '../product-fields.ts'

/** Removes a product; orders keep what they say about it (protocol section 9.2). */
export const DeleteGood = defineFunction({
  name: 'DeleteGood',
  title: 'Delete a product',
  kind: 'write',
  input: z.object({ good_name: goodName }),
  output: nothing,
  errors: [],
  sample: { input: { good_name: 'course' }, output: [] },
  async run({ store }, { good_name: name }, refuse) {
    return (await store.products.remove(name)) ? [] : refuse('wrongData')
  },
})
