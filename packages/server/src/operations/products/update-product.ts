import { z } from 'zod'
import { productResource, productResourceOf } from '../../resources/product.ts'
import { defineOperation } from '../define.ts'
import { productCalled, productInPath } from './product-called.ts'
import { productSample } from './product-sample.ts'
import { price, settings, settingsWith, title } from './product-settings.ts'

export const updateProduct = defineOperation({
  name: 'updateProduct',
  title: 'Change a product',
  description: 'What is left out stays. Orders that were taken keep what they say about it.',
  method: 'PATCH',
  at: '/products/{product}',
  scope: 'products:write',
  input: {
    path: z.strictObject({ product: productInPath }),
    body: z.strictObject({ title: title.optional(), price: price.optional(), ...settings }),
  },
  output: productResource,
  problems: ['notFound'],
  sample: {
    path: { product: 'cakes' },
    body: { price: 190_000, notify: { created: null } },
    output: { ...productSample, price: 190_000 },
  },
  async run(context, { product, title: called, price: priceMinor, ...given }, refuse) {
    const { name } = await productCalled(context, product, refuse)
    const changed = await context.store.products.update(name, (present) => ({
      ...settingsWith(present, given),
      title: called ?? present.title,
      priceMinor: priceMinor ?? present.priceMinor,
    }))
    if (changed === undefined) throw new Error('A product that was just found is not there.')
    return productResourceOf(changed, context.shop.currency)
  },
})
