import { endpointResource, endpointResourceOf } from '../../resources/endpoint.ts'
import { defineOperation } from '../define.ts'
import { listOf } from '../paging.ts'
import { endpointSample } from './endpoint-sample.ts'

export const listWebhookEndpoints = defineOperation({
  name: 'listWebhookEndpoints',
  title: 'List webhook endpoints',
  description: 'All in one page, in the order of their numbers, as a shop has 50 at most.',
  method: 'GET',
  at: '/webhook-endpoints',
  scope: 'webhooks:read',
  input: {},
  output: listOf(endpointResource),
  problems: [],
  sample: { output: { data: [endpointSample], next_cursor: null } },
  async run({ store }) {
    return { data: (await store.endpoints.list()).map(endpointResourceOf), next_cursor: null }
  },
})
