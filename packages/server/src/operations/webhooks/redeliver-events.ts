import { z } from 'zod'
import { instant, instantOf } from '../../resources/fields.ts'
import { defineOperation } from '../define.ts'
import { moment } from '../fields.ts'
import { bodyFault } from '../problems.ts'
import { disabledEndpoint, endpointNumber, noEndpoint } from './endpoint-called.ts'

export const redeliverEvents = defineOperation({
  name: 'redeliverEvents',
  title: 'Redeliver what an endpoint has missed',
  description:
    'Of what happened in that time and the endpoint wants to know: what failed is tried again, and what it was never ' +
    'meant to get, as it was disabled or not there, is delivered. What it knows is left alone. It begins right after ' +
    'this call, oldest first.',
  method: 'POST',
  at: '/webhook-endpoints/{number}/redeliver',
  scope: 'webhooks:write',
  input: {
    path: z.strictObject({ number: endpointNumber }),
    body: z.strictObject({
      from: moment.meta({ title: 'From', description: 'This moment included.' }),
      until: moment.optional().meta({ title: 'Until', description: 'This moment not included; left out: now.' }),
    }),
  },
  status: 202,
  output: z.strictObject({ from: instant, until: instant }).meta({ id: 'Redelivery', title: 'Redelivery' }),
  problems: ['notFound', 'wrongState'],
  sample: {
    path: { number: '1' },
    body: { from: '2026-01-30T00:00:00Z', until: '2026-01-31T18:00:00Z' },
    output: { from: '2026-01-30T00:00:00.000Z', until: '2026-01-31T18:00:00.000Z' },
  },
  async run({ store, clock }, { number, from, until: end }, refuse) {
    const until = end ?? clock()
    if (until < from) return refuse('invalid', bodyFault('until', '«until» must not be before «from».'))
    const outcome = await store.endpoints.redeliver(number, { from, until })
    if (outcome === undefined) return refuse('notFound', { detail: noEndpoint(number) })
    if (outcome === 'disabled') return refuse('wrongState', { detail: disabledEndpoint(number) })
    return { from: instantOf(from), until: instantOf(until) }
  },
})
