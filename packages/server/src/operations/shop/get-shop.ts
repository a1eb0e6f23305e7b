import { shopResource, shopResourceOf } from '../../resources/shop.ts'
import { defineOperation } from '../define.ts'
import { shopSample } from './shop-sample.ts'

export const getShop = defineOperation({
  name: 'getShop',
  title: "Get the shop's settings",
  description: 'Of the shop whose token it is.',
  method: 'GET',
  at: '/shop',
  scope: 'shop:read',
  input: {},
  output: shopResource,
  problems: [],
  sample: { output: shopSample },
  async run({ store }) {
    return shopResourceOf(await store.shop.get())
  },
})
