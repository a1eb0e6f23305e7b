import { z } from 'zod'
import { deliveryResource, deliveryResourceOf } from '../../resources/delivery.ts'
import { defineOperation } from '../define.ts'
import { deliveryId, noDelivery } from './delivery-called.ts'
import { deliverySample } from './delivery-sample.ts'

export const redeliverDelivery = defineOperation({
  name: 'redeliverDelivery',
  title: 'Redeliver one',
  description:
    'Tries it again right after this call, whatever came of it before, with all attempts that a new one has. The receiver ' +
    'sees the same `webhook-id`.',
  method: 'POST',
  at: '/deliveries/{delivery}/redeliver',
  scope: 'webhooks:write',
  input: { path: z.strictObject({ delivery: deliveryId }) },
  status: 202,
  output: deliveryResource,
  problems: ['notFound', 'wrongState'],
  sample: {
    path: { delivery: '17-0' },
    output: { ...deliverySample, state: 'pending', attempts: 0, next_attempt_at: '2026-01-31T18:10:00.000Z' },
  },
  async run({ store }, { delivery: id }, refuse) {
    const delivery = await store.deliveries.retry(id)
    if (delivery === 'disabledEndpoint') {
      return refuse('wrongState', { detail: `The endpoint of delivery ${id} is disabled, or gone.` })
    }
    return delivery === undefined ? refuse('notFound', { detail: noDelivery(id) }) : deliveryResourceOf(delivery)
  },
})
