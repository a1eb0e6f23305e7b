import { z } from 'zod'
import { instant, instantOf } from '../../resources/fields.ts'
import { defineOperation } from '../define.ts'
import { moment } from '../fields.ts'
import { bodyFault } from '../problems.ts'

/** All of it is one transaction, and others wait meanwhile. */
const mostAtOnce = 500

export const redeliverDeliveries = defineOperation({
  name: 'redeliverDeliveries',
  title: 'Redeliver what has failed',
  description:
    'Of what happened in that time, deliveries that have failed are tried again, to endpoints and to addresses of ' +
    `old-style notifications, the oldest first and up to ${mostAtOnce}; where there are more, call it again. What was for ` +
    'an endpoint that is disabled stays as it is.',
  method: 'POST',
  at: '/deliveries/redeliver',
  scope: 'webhooks:write',
  input: {
    body: z.strictObject({
      from: moment.meta({ title: 'From', description: 'This moment included.' }),
      until: moment.optional().meta({ title: 'Until', description: 'This moment not included; left out: now.' }),
    }),
  },
  status: 202,
  output: z
    .strictObject({
      from: instant,
      until: instant,
      count: z.int().min(0).meta({ title: 'Count', description: 'How many are tried again.' }),
      has_more: z.boolean().meta({ title: 'Has more', description: 'Whether some were too many for one call.' }),
    })
    .meta({ id: 'FailedRedelivery', title: 'Redelivery of what has failed' }),
  problems: [],
  sample: {
    body: { from: '2026-01-30T00:00:00Z', until: '2026-01-31T18:00:00Z' },
    output: { from: '2026-01-30T00:00:00.000Z', until: '2026-01-31T18:00:00.000Z', count: 3, has_more: false },
  },
  async run({ store, clock }, { from, until: end }, refuse) {
    const until = end ?? clock() + 1
    if (until < from) return refuse('invalid', bodyFault('until', '«until» must not be before «from».'))
    const { count, hasMore } = await store.deliveries.retryFailed({ from, until, limit: mostAtOnce })
    return { from: instantOf(from), until: instantOf(until), count, has_more: hasMore }
  },
})
