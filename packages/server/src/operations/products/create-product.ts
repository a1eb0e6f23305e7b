import { z } from 'zod'
import { productResource, productResourceOf } from '../../resources/product.ts'
import { parseProductName, plainProduct } from '../../rules/product.ts'
import { defineOperation } from '../define.ts'
import { ruled } from '../fields.ts'
import { productSample } from './product-sample.ts'
import { price, settings, settingsWith, title } from './product-settings.ts'

export const createProduct = defineOperation({
  name: 'createProduct',
  title: 'Create a product',
  method: 'POST',
  at: '/products',
  scope: 'products:write',
  input: {
    body: z.strictObject({
      name: ruled(parseProductName).meta({
        title: 'Name',
        description: 'What orders name it by; unique in the shop, and it stays as it is. Without commas.',
      }),
      title,
      price,
      ...settings,
    }),
  },
  status: 201,
  output: productResource,
  problems: ['conflict'],
  sample: {
    body: {
      name: 'cakes',
      title: 'Course of baking cakes',
      price: 200_000,
      timer_seconds: 259_200,
      prepayment_min: 50_000,
      partner_fee: { percent: 10 },
      notify: { paid: 'https://shop.example.com/paid.php' },
    },
    output: productSample,
  },
  async run({ store, shop }, { name, title: called, price: priceMinor, ...given }, refuse) {
    const settled = settingsWith(plainProduct, given)
    const product = await store.products.add({ ...plainProduct, ...settled, name, title: called, priceMinor })
    if (product === undefined) return refuse('conflict', { detail: `There is a product «${name}» already.` })
    return productResourceOf(product, shop.currency)
  },
})
