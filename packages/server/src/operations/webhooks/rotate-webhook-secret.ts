import { z } from 'zod'
import { endpointResourceOf, endpointWithSecretResource } from '../../resources/endpoint.ts'
import { defineOperation } from '../define.ts'
import { endpointNumber, noEndpoint } from './endpoint-called.ts'
import { endpointSample, secretSample } from './endpoint-sample.ts'

const daySeconds = 86_400
const longestDays = 30

export const rotateWebhookSecret = defineOperation({
  name: 'rotateWebhookSecret',
  title: "Rotate a webhook endpoint's secret",
  description:
    'Makes a new secret, which the answer shows and nothing later does. While they overlap, both sign, so the receiver may ' +
    'change over at any moment of that time.',
  method: 'POST',
  at: '/webhook-endpoints/{number}/rotate-secret',
  scope: 'webhooks:write',
  input: {
    path: z.strictObject({ number: endpointNumber }),
    body: z.strictObject({
      overlap_seconds: z
        .int()
        .min(0)
        .max(longestDays * daySeconds)
        .default(daySeconds)
        .meta({
          title: 'Overlap',
          description: 'For how many seconds the present secret signs, too; left out: a day.',
        }),
    }),
  },
  output: endpointWithSecretResource,
  problems: ['notFound'],
  sample: {
    path: { number: '1' },
    body: { overlap_seconds: 604_800 },
    output: { ...endpointSample, previous_secret_until: '2026-02-07T18:00:00.000Z', secret: secretSample },
  },
  async run({ store }, { number, overlap_seconds: seconds }, refuse) {
    const rotated = await store.endpoints.rotateSecret(number, seconds * 1_000)
    if (rotated === undefined) return refuse('notFound', { detail: noEndpoint(number) })
    return { ...endpointResourceOf(rotated.endpoint), secret: rotated.secret }
  },
})
