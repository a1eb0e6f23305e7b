import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { nothing } from '../fields.ts'
import { changesIn, furtherSettings, goodName, goodTypeOrNone, settings } from '../product-fields.ts'

/** Changes a product; what is left out stays (protocol section 9.2). */
export const UpdateGood = defineFunction({
  name: 'UpdateGood',
  title: 'Change a product',
  kind: 'write',
  input: z.looseObject({ good_name: goodName, good_type: goodTypeOrNone, ...settings }),
  further: furtherSettings,
  output: nothing,
  errors: [],
  sample: { input: { good_name: 'course', good_title: 'Course of cooking', good_sum: '1900' }, output: [] },
  async run({ store }, { good_name: name, good_type: kind, ...given }, refuse) {
    const product = await store.products.update(name, (present) => ({
      ...(changesIn(given, present) ?? refuse('wrongData')),
      kind: kind ?? present.kind,
    }))
    return product === undefined ? refuse('wrongData') : []
  },
})
