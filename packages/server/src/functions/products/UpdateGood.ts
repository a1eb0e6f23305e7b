import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { nothing } from '../fields.ts'
import { changesIn, goodName, goodType, settings } from '../product-fields.ts'

/** Changes a product; what is left out stays (protocol section 9.2). */
export const UpdateGood = defineFunction({
  name: 'UpdateGood',
  title: 'Change a product',
  kind: 'write',
  input: z.object({
    good_name: goodName,
    good_type: goodType.optional().meta({ title: 'Kind', description: '`1`: sent by post; `0`: digital.' }),
    ...settings,
  }),
  output: nothing,
  errors: [],
  sample: { input: { good_name: 'course', good_title: 'Course of cooking', good_sum: '1900' }, output: [] },
  async run({ store }, { good_name: name, good_type, ...given }, refuse) {
    const product = await store.products.update(name, (present) => ({
      ...changesIn(given, present),
      kind: good_type ?? present.kind,
    }))
    return product === undefined ? refuse('wrongData') : []
  },
})
