import { z } from 'zod'
import { endpointResource, endpointResourceOf } from '../../resources/endpoint.ts'
import { defineOperation } from '../define.ts'
import { endpointNumber, orNoEndpoint } from './endpoint-called.ts'
import { endpointSample } from './endpoint-sample.ts'

export const getWebhookEndpoint = defineOperation({
  name: 'getWebhookEndpoint',
  title: 'Get a webhook endpoint',
  method: 'GET',
  at: '/webhook-endpoints/{number}',
  scope: 'webhooks:read',
  input: { path: z.strictObject({ number: endpointNumber }) },
  output: endpointResource,
  problems: ['notFound'],
  sample: { path: { number: '1' }, output: endpointSample },
  async run({ store }, { number }, refuse) {
    return endpointResourceOf(orNoEndpoint(number, await store.endpoints.find(number), refuse))
  },
})
