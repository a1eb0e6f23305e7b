import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { productCalled, productInPath } from './product-called.ts'

export const deleteProduct = defineOperation({
  name: 'deleteProduct',
  title: 'Delete a product',
  description: 'Orders keep what they say about it; its number is not given again.',
  method: 'DELETE',
  at: '/products/{product}',
  scope: 'products:write',
  input: { path: z.strictObject({ product: productInPath }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { product: 'cakes' }, output: null },
  async run(context, { product }, refuse) {
    await context.store.products.remove((await productCalled(context, product, refuse)).name)
    return null
  },
})
