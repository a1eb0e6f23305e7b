/** What is sent to webhook endpoints, as OpenAPI tells of it; docs/using/webhooks.md says the rest. */
import type { z } from 'zod'
import { orderSample } from '../../operations/orders/order-sample.ts'
import { webhookResources } from '../../resources/webhook.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'

export interface WebhookObject {
  readonly summary: string
  readonly parameters: readonly WebhookHeader[]
  readonly requestBody: {
    readonly required: true
    readonly content: Readonly<Record<'application/json', { readonly schema: JsonSchema; readonly example?: unknown }>>
  }
  readonly responses: Readonly<Record<string, { readonly description: string }>>
}

interface WebhookHeader {
  readonly name: string
  readonly in: 'header'
  readonly required: true
  readonly description: string
  readonly schema: JsonSchema
}

/** By the type of the event. */
export function webhooks(): Readonly<Record<string, { readonly post: WebhookObject }>> {
  return Object.fromEntries(
    [...webhookResources].map(([type, resource]) => [type, { post: webhookObject(type, resource) }]),
  )
}

function webhookObject(type: string, resource: z.ZodType): WebhookObject {
  const schema = jsonSchemaOf(resource, 'output')
  const isOfOrder = type.startsWith('order.')
  const example = isOfOrder ? { example: { type, timestamp: orderSample.created_at, data: orderSample } } : undefined
  return {
    summary: `${type} is sent to the endpoints that ask for it`,
    parameters: headers,
    requestBody: { required: true, content: { 'application/json': { schema, ...example } } },
    responses: {
      '2XX': { description: 'It is received, and not sent again.' },
      '410': { description: 'Nobody is there any more: the endpoint is disabled.' },
      default: { description: 'It is sent again, up to ten times over some 75 hours.' },
    },
  }
}

function header(name: string, description: string): WebhookHeader {
  return { name, in: 'header', required: true, description, schema: { type: 'string' } }
}

/** Standard Webhooks, 1.0. */
const headers = [
  header('webhook-id', 'The same each time that this event is sent: whoever has seen it need not do it again.'),
  header('webhook-timestamp', 'When it was sent, in seconds since 1970 (UTC).'),
  header('webhook-signature', 'One or more signatures, `v1,` and base64 each: any one of them that fits is enough.'),
]
