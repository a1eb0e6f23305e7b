import { z } from 'zod'
import { productResource, productResourceOf } from '../../resources/product.ts'
import { productKinds } from '../../rules/product.ts'
import { defineOperation } from '../define.ts'
import { limit, listAnswer, listOf, numberCursor, searchWords } from '../paging.ts'
import { productSample } from './product-sample.ts'

export const listProducts = defineOperation({
  name: 'listProducts',
  title: 'List products',
  description: 'In the order of their numbers. `q` looks in names and titles.',
  method: 'GET',
  at: '/products',
  scope: 'products:read',
  input: {
    query: z.strictObject({
      q: searchWords,
      kind: z.enum(productKinds).optional().meta({ title: 'Kind', description: 'Left out: all.' }),
      limit,
      cursor: numberCursor,
    }),
  },
  output: listOf(productResource),
  problems: [],
  sample: { query: { q: 'cake' }, output: { data: [productSample], next_cursor: null } },
  async run({ store, shop }, { q: words, kind, limit: most, cursor: after = 0 }) {
    const page = await store.catalogue.productsPage({ words, kind, limit: most, after })
    return listAnswer(page, (product) => productResourceOf(product, shop.currency))
  },
})
