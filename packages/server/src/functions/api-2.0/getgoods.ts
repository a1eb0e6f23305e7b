import { z } from 'zod'
import { defineFunction } from '../define.ts'
import { productName } from '../fields.ts'

/** The shop's products by number; an empty shop has an empty list (protocol section 10.2). */
export const getgoods = defineFunction({
  name: 'getgoods',
  title: 'List products',
  kind: 'read',
  input: z.object({}),
  output: z.array(
    z.strictObject({
      id: z.number().meta({ description: "The product's number." }),
      good_name: productName,
      good_title: z.string(),
    }),
  ),
  errors: [],
  sample: { input: {}, output: [{ id: 12_549, good_name: 'course', good_title: 'Course of cooking' }] },
  async run({ store }) {
    const products = await store.products.summaries()
    return products.map(({ number, name, title }) => ({ id: number, good_name: name, good_title: title }))
  },
})
