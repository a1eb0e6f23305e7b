import type { Bundle, Search, ZObject } from 'zapier-platform-core'
import { call, callOrMiss } from '../api/call.ts'
import { textOf } from '../fields/text-of.ts'
import { productFields, productSample, productShown } from '../fields/product.ts'

export const findProduct = {
  key: 'find_product',
  noun: 'Product',
  display: {
    label: 'Find Product',
    description: 'Finds a product by its name, its number, or words of its title.',
  },
  operation: {
    perform: productsOf,
    inputFields: [
      {
        key: 'product',
        label: 'Product',
        required: true,
        type: 'string',
        helpText: 'Its name or number; or words that are in its name or title, in any order.',
      },
    ],
    sample: productSample,
    outputFields: [...productFields],
  },
} satisfies Search

/** Whose name or number it is, before those that have its words. */
async function productsOf(z: ZObject, bundle: Bundle) {
  const words = textOf(bundle.inputData['product'])
  if (words === '') return []
  const named = await callOrMiss(z, bundle, 'getProduct', { path: { product: words } })
  const { data } = await call(z, bundle, 'listProducts', { query: { q: words, limit: '100' } })
  const others = data.filter(({ number }) => number !== named?.number)
  return [...(named === undefined ? [] : [named]), ...others].map(productShown)
}
