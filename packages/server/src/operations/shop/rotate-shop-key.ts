import { z } from 'zod'
import { shopKeyResource, shopKeyResourceOf } from '../../resources/shop.ts'
import { defineOperation } from '../define.ts'
import { keySample } from './key-sample.ts'

const week = 7 * 86_400
const longestOverlap = 365 * 86_400

export const rotateShopKey = defineOperation({
  name: 'rotateShopKey',
  title: "Make the shop's key anew",
  description:
    'The present one goes on working for a while, so that scripts can be changed; the one before stops at once.',
  method: 'POST',
  at: '/shop/key/rotate',
  scope: 'shop:key',
  input: {
    body: z.strictObject({
      overlap_seconds: z.int().min(0).max(longestOverlap).default(week).meta({
        title: 'Overlap',
        description: 'How many seconds the present key still works: a week, if nothing is said; 0: it stops at once.',
      }),
    }),
  },
  output: shopKeyResource,
  problems: [],
  sample: { body: { overlap_seconds: week }, output: keySample },
  async run({ store }, { overlap_seconds: seconds }) {
    return shopKeyResourceOf(await store.shop.rotateKey(seconds * 1_000))
  },
})
