import { z } from 'zod'
import { endpointResource, endpointResourceOf } from '../../resources/endpoint.ts'
import { defineOperation } from '../define.ts'
import { endpointNumber, orNoEndpoint } from './endpoint-called.ts'
import { endpointSample } from './endpoint-sample.ts'
import { description, types, url } from './endpoint-settings.ts'

export const updateWebhookEndpoint = defineOperation({
  name: 'updateWebhookEndpoint',
  title: 'Change a webhook endpoint',
  description:
    'What is left out stays. What is on its way goes to a new address. What is on its way to an endpoint that is disabled ' +
    'ends; after it is enabled, it can be redelivered.',
  method: 'PATCH',
  at: '/webhook-endpoints/{number}',
  scope: 'webhooks:write',
  input: {
    path: z.strictObject({ number: endpointNumber }),
    body: z.strictObject({
      url: url.optional(),
      description: description.optional(),
      types: types.optional(),
      enabled: z.boolean().optional().meta({ title: 'Enabled', description: 'False: it is told nothing.' }),
    }),
  },
  output: endpointResource,
  problems: ['notFound'],
  sample: { path: { number: '1' }, body: { types: ['order.paid', 'order.returned'] }, output: endpointSample },
  async run({ store }, { number, url: address, description: words, types: wanted, enabled }, refuse) {
    const endpoint = await store.endpoints.update(number, {
      ...(address === undefined ? {} : { url: address }),
      ...(words === undefined ? {} : { description: words }),
      ...(wanted === undefined ? {} : { types: wanted }),
      enabled,
    })
    return endpointResourceOf(orNoEndpoint(number, endpoint, refuse))
  },
})
