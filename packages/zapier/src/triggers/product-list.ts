/** The products that people choose from in a field; no trigger of its own. */
import type { Bundle, Trigger, ZObject } from 'zapier-platform-core'
import { call } from '../api/call.ts'
import { productFields, productSample, productShown } from '../fields/product.ts'
import { operations } from '../generated/api.ts'

export const productList = {
  key: 'product_list',
  noun: 'Product',
  display: {
    label: operations.listProducts.title,
    description: 'Triggers when a field shows the products of the shop.',
    hidden: true,
  },
  operation: { perform: pageOf, canPaginate: true, sample: productSample, outputFields: [...productFields] },
} satisfies Trigger

/** Pages are walked from the first: Zapier's own store of cursors cannot be had where this is tested. */
async function pageOf(z: ZObject, bundle: Bundle) {
  let cursor: string | undefined
  for (let page = 0; ; page += 1) {
    const answer = await call(z, bundle, 'listProducts', { query: { limit: '200', cursor } })
    if (page >= bundle.meta.page) return answer.data.map(productShown)
    if (answer.next_cursor === null) return []
    cursor = answer.next_cursor
  }
}
