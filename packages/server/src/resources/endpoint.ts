/** A webhook endpoint as API v1 shows it; its secret only right after it was made. */
import { z } from 'zod'
import type { EndpointNotice, EventType } from '../rules/event.ts'
import { eventTypesToTell } from '../rules/endpoint.ts'
import { instant, instantOf, instantOrNull, number } from './fields.ts'

const disabledReasons = ['asked', 'gone', 'failing'] as const

export const endpointResource = z
  .strictObject({
    number: number.meta({ title: 'Number', description: 'Unique in the shop, and never given twice.' }),
    url: z.string().meta({ title: 'Address', description: 'Where events are sent.' }),
    description: z.string().meta({ title: 'Description' }),
    types: z
      .array(z.enum(eventTypesToTell))
      .nullable()
      .meta({ title: 'Types', description: 'Of what it is told; null: of all that happens to orders and products.' }),
    enabled: z.boolean().meta({ title: 'Enabled', description: 'False: it is told nothing.' }),
    disabled_reason: z.enum(disabledReasons).nullable().meta({
      title: 'Disabled because',
      description: '`asked`: somebody said so. `gone`: it answered 410. `failing`: it failed for five days.',
    }),
    disabled_at: instant.nullable().meta({ title: 'Disabled at' }),
    failing_since: instant.nullable().meta({
      title: 'Failing since',
      description: 'Since when every attempt has failed; null: the last one did not.',
    }),
    previous_secret_until: instant.nullable().meta({
      title: 'Previous secret until',
      description: 'Until when the secret before the present one signs, too; null: it does not.',
    }),
    created_at: instant.meta({ title: 'Created at' }),
  })
  .meta({ id: 'WebhookEndpoint', title: 'Webhook endpoint' })
export type EndpointResource = z.output<typeof endpointResource>

export const endpointWithSecretResource = z
  .strictObject({
    ...endpointResource.shape,
    secret: z.string().meta({ title: 'Secret', description: 'What it signs with; not shown again.' }),
  })
  .meta({ id: 'WebhookEndpointWithSecret', title: 'Webhook endpoint with its secret' })

/** As the store has it. */
interface Endpoint {
  readonly number: number
  readonly url: string
  readonly description: string
  readonly types: readonly EventType[] | null
  readonly disabled: { readonly reason: (typeof disabledReasons)[number]; readonly at: number } | null
  readonly failingSince: number | null
  readonly previousSecretUntil: number | null
  readonly created: number
}

export function endpointResourceOf(endpoint: Endpoint): EndpointResource {
  const { disabled, types } = endpoint
  return {
    number: endpoint.number,
    url: endpoint.url,
    description: endpoint.description,
    types: types === null ? null : eventTypesToTell.filter((type) => types.includes(type)),
    enabled: disabled === null,
    disabled_reason: disabled === null ? null : disabled.reason,
    disabled_at: instantOrNull(disabled === null ? null : disabled.at),
    failing_since: instantOrNull(endpoint.failingSince),
    previous_secret_until: instantOrNull(endpoint.previousSecretUntil),
    created_at: instantOf(endpoint.created),
  }
}

/** What an event says of an endpoint. */
export const endpointNoticeResource = z
  .strictObject({
    number: number.meta({ title: 'Number' }),
    url: z.string().meta({ title: 'Address', description: 'Where it was then.' }),
    problem: z.string().nullable().meta({ title: 'Problem', description: 'Why the last attempt failed.' }),
    failing_since: instant.nullable().meta({ title: 'Failing since' }),
  })
  .meta({ id: 'WebhookEndpointNotice', title: 'What happened to a webhook endpoint' })

export function endpointNoticeOf(notice: EndpointNotice): z.output<typeof endpointNoticeResource> {
  const { number: endpoint, url, problem, failingSince } = notice
  return {
    number: endpoint,
    url,
    problem: problem === '' ? null : problem,
    failing_since: instantOrNull(failingSince),
  }
}
