import { z } from 'zod'
import { defineOperation } from '../define.ts'
import { endpointNumber, orNoEndpoint } from './endpoint-called.ts'

export const deleteWebhookEndpoint = defineOperation({
  name: 'deleteWebhookEndpoint',
  title: 'Delete a webhook endpoint',
  description:
    'What is on its way there ends; what was delivered can still be looked up. Its number is not given again.',
  method: 'DELETE',
  at: '/webhook-endpoints/{number}',
  scope: 'webhooks:write',
  input: { path: z.strictObject({ number: endpointNumber }) },
  status: 204,
  output: z.null(),
  problems: ['notFound'],
  sample: { path: { number: '1' }, output: null },
  async run({ store }, { number }, refuse) {
    orNoEndpoint(number, await store.endpoints.remove(number), refuse)
    return null
  },
})
