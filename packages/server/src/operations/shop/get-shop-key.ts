import { shopKeyResource, shopKeyResourceOf } from '../../resources/shop.ts'
import { defineOperation } from '../define.ts'
import { keySample } from './key-sample.ts'

export const getShopKey = defineOperation({
  name: 'getShopKey',
  title: "Get the shop's key",
  description: 'Of the old API. Whoever has it can do all that the old API can.',
  method: 'GET',
  at: '/shop/key',
  scope: 'shop:key',
  input: {},
  output: shopKeyResource,
  problems: [],
  sample: { output: { ...keySample, previous_key: null, previous_key_until: null } },
  async run({ store }) {
    return shopKeyResourceOf(await store.shop.get())
  },
})
