import { z } from 'zod'
import { productResource, productResourceOf } from '../../resources/product.ts'
import { defineOperation } from '../define.ts'
import { productCalled, productInPath } from './product-called.ts'
import { productSample } from './product-sample.ts'

export const getProduct = defineOperation({
  name: 'getProduct',
  title: 'Get a product',
  method: 'GET',
  at: '/products/{product}',
  scope: 'products:read',
  input: { path: z.strictObject({ product: productInPath }) },
  output: productResource,
  problems: ['notFound'],
  sample: { path: { product: 'cakes' }, output: productSample },
  async run(context, { product }, refuse) {
    return productResourceOf(await productCalled(context, product, refuse), context.shop.currency)
  },
})
