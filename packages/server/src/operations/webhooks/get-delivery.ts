import { z } from 'zod'
import { deliveryResource, deliveryResourceOf } from '../../resources/delivery.ts'
import { defineOperation } from '../define.ts'
import { deliveryId, noDelivery } from './delivery-called.ts'
import { deliverySample } from './delivery-sample.ts'

export const getDelivery = defineOperation({
  name: 'getDelivery',
  title: 'Get a delivery',
  method: 'GET',
  at: '/deliveries/{delivery}',
  scope: 'webhooks:read',
  input: { path: z.strictObject({ delivery: deliveryId }) },
  output: deliveryResource,
  problems: ['notFound'],
  sample: { path: { delivery: '17-0' }, output: deliverySample },
  async run({ store }, { delivery: id }, refuse) {
    const delivery = await store.deliveries.find(id)
    return delivery === undefined ? refuse('notFound', { detail: noDelivery(id) }) : deliveryResourceOf(delivery)
  },
})
