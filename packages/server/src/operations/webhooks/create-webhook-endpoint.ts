import { z } from 'zod'
import { endpointResourceOf, endpointWithSecretResource } from '../../resources/endpoint.ts'
import { mostEndpoints } from '../../rules/endpoint.ts'
import { defineOperation } from '../define.ts'
import { endpointSample, secretSample } from './endpoint-sample.ts'
import { description, types, url } from './endpoint-settings.ts'

export const createWebhookEndpoint = defineOperation({
  name: 'createWebhookEndpoint',
  title: 'Create a webhook endpoint',
  description:
    'It is told of what happens from now on, by Standard Webhooks. The answer has the secret that the deliveries are ' +
    'signed with, which is not shown again.',
  method: 'POST',
  at: '/webhook-endpoints',
  scope: 'webhooks:write',
  input: {
    body: z.strictObject({ url, description: description.default(''), types: types.default(null) }),
  },
  status: 201,
  output: endpointWithSecretResource,
  problems: ['wrongState'],
  sample: {
    body: {
      url: 'https://shop.example.com/webhooks',
      description: 'Gives access to courses',
      types: ['order.paid', 'order.returned'],
    },
    output: { ...endpointSample, secret: secretSample },
  },
  async run({ store }, settings, refuse) {
    const made = await store.endpoints.create(settings)
    if (made === 'tooMany') {
      return refuse('wrongState', { detail: `The shop has ${mostEndpoints} webhook endpoints, which is the most.` })
    }
    return { ...endpointResourceOf(made.endpoint), secret: made.secret }
  },
})
