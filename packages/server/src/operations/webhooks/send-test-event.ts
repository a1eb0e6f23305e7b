import { z } from 'zod'
import { deliveryResource, deliveryResourceOf } from '../../resources/delivery.ts'
import { defineOperation } from '../define.ts'
import { deliverySample } from './delivery-sample.ts'
import { disabledEndpoint, endpointNumber, noEndpoint } from './endpoint-called.ts'

export const sendTestEvent = defineOperation({
  name: 'sendTestEvent',
  title: 'Send a test event',
  description:
    'An event `endpoint.test` for this endpoint alone, whatever types it wants. It is sent right after this call; the ' +
    'delivery tells what came of it.',
  method: 'POST',
  at: '/webhook-endpoints/{number}/test',
  scope: 'webhooks:write',
  input: { path: z.strictObject({ number: endpointNumber }) },
  status: 202,
  output: deliveryResource,
  problems: ['notFound', 'wrongState'],
  sample: {
    path: { number: '1' },
    output: {
      ...deliverySample,
      type: 'endpoint.test',
      order: null,
      state: 'pending',
      attempts: 0,
      next_attempt_at: '2026-01-31T18:00:00.000Z',
      last_attempt_at: null,
      last_status: null,
      last_answer: '',
    },
  },
  async run({ store }, { number }, refuse) {
    const sent = await store.endpoints.sendTest(number)
    if (sent === 'disabled') return refuse('wrongState', { detail: disabledEndpoint(number) })
    const delivery = sent && (await store.deliveries.find(sent.delivery))
    return delivery === undefined ? refuse('notFound', { detail: noEndpoint(number) }) : deliveryResourceOf(delivery)
  },
})
