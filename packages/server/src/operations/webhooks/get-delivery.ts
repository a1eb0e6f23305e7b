import { z } from 'zod'
import { deliveryResourceOf, deliveryWithContentResource } from '../../resources/delivery.ts'
import { defineOperation } from '../define.ts'
import { deliveryId, noDelivery } from './delivery-called.ts'
import { contentOf } from './delivery-content.ts'
import { deliverySample } from './delivery-sample.ts'

const contentSample = '{"type":"order.paid","timestamp":"2026-01-31T18:05:00.000Z","data":{"number":258367}}'

export const getDelivery = defineOperation({
  name: 'getDelivery',
  title: 'Get a delivery',
  method: 'GET',
  at: '/deliveries/{delivery}',
  scope: 'webhooks:read',
  input: { path: z.strictObject({ delivery: deliveryId }) },
  output: deliveryWithContentResource,
  problems: ['notFound'],
  sample: { path: { delivery: '17-0' }, output: { ...deliverySample, content: contentSample } },
  async run(context, { delivery: id }, refuse) {
    const delivery = await context.store.deliveries.find(id)
    if (delivery === undefined) return refuse('notFound', { detail: noDelivery(id) })
    return { ...deliveryResourceOf(delivery), content: contentOf(delivery, context) }
  },
})
