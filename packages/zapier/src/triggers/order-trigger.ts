/** A trigger that fires when something happens to an order: at once by a webhook, and from the feed of events. */
import type { Bundle, Trigger, ZObject } from 'zapier-platform-core'
import { eventIdIn, verifyWebhook } from '../../../wire/src/webhook-signature.ts'
import { call, callOrMiss, type OutputOf } from '../api/call.ts'
import { textOf } from '../fields/text-of.ts'
import { orderFields, orderSample, orderShown } from '../fields/order.ts'

type Order = OutputOf<'getOrder'>

export interface OrderTrigger {
  readonly key: string
  readonly label: string
  /** One sentence: «Triggers when …». */
  readonly description: string
  readonly type: 'order.created' | 'order.paid' | 'order.cancelled' | 'order.returned'
  /** What the sample has otherwise than a paid order. */
  readonly sample?: Readonly<Record<string, unknown>>
}

/** An event is the same whether it is told or asked for, its id too: so none is seen twice. */
interface ShownEvent {
  readonly [field: string]: unknown
  readonly id: string
}

/** Of some types a page of the feed may be empty and others follow. */
const mostPages = 10
const enough = 50

export function orderTrigger({ key, label, description, type, sample = {} }: OrderTrigger): Trigger {
  return {
    key,
    noun: 'Order',
    display: { label, description },
    operation: {
      type: 'hook',
      performSubscribe: (z: ZObject, bundle: Bundle) => subscribe(z, bundle, { type, label }),
      performUnsubscribe: unsubscribe,
      perform: async (z: ZObject, bundle: Bundle) => told(z, bundle, type),
      performList: (z: ZObject, bundle: Bundle) => latest(z, bundle, type),
      sample: { ...orderSample, ...sample, id: 'evt_17', happened_at: '2026-01-31T18:05:00.000Z' },
      outputFields: [
        { key: 'id', label: 'Event', primary: true },
        { key: 'happened_at', label: 'Happened at', type: 'datetime' },
        ...orderFields,
      ],
    },
  }
}

async function subscribe(z: ZObject, bundle: Bundle, { type, label }: Pick<OrderTrigger, 'type' | 'label'>) {
  const body = { url: bundle.targetUrl, types: [type], description: `Zapier: ${label}` }
  const { number, secret } = await call(z, bundle, 'createWebhookEndpoint', { body })
  return { id: String(number), secret }
}

async function unsubscribe(z: ZObject, bundle: Bundle) {
  const { id } = subscriptionOf(bundle)
  // One that somebody has deleted before is gone, which is all that is wanted.
  await callOrMiss(z, bundle, 'deleteWebhookEndpoint', { path: { number: id } })
  return { id }
}

async function told(z: ZObject, bundle: Bundle, type: OrderTrigger['type']): Promise<ShownEvent[]> {
  const { headers: given = {}, content = '' } = bundle.rawRequest ?? {}
  const headers = plainHeaders(given)
  if (!(await isGenuine(headers, content, subscriptionOf(bundle).secret))) {
    throw new z.errors.Error('A webhook came that is not signed by the shop, and was left alone.', 'signature', 403)
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shop signed it
  const event = JSON.parse(content) as { readonly type: string; readonly timestamp: string; readonly data: Order }
  // Whoever tries out the endpoint on the account page sends an `endpoint.test`.
  return event.type === type ? [shown(eventIdIn(headers), event.timestamp, event.data)] : []
}

/** How old it is does not count: Zapier may hold what arrives while a Zap waits, and play it again. */
async function isGenuine(headers: Readonly<Record<string, string>>, body: string, secret: string): Promise<boolean> {
  if (secret === '') return false
  const time = { nowUnixSeconds: 0, toleranceSeconds: Infinity }
  return (await verifyWebhook({ headers, body, secrets: [secret], ...time })) === 'ok'
}

/** Zapier gives `webhook-id` as `Http-Webhook-Id`. */
function plainHeaders(headers: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const plain = Object.entries(headers).map(
    ([name, value]) => [name.toLowerCase().replace(/^http-/, ''), value] as const,
  )
  return Object.fromEntries(plain)
}

/** The latest first; those that are so old that their content is gone are not among them. */
async function latest(z: ZObject, bundle: Bundle, type: OrderTrigger['type']): Promise<ShownEvent[]> {
  const found: ShownEvent[] = []
  let cursor: string | undefined
  for (let page = 0; page < mostPages && found.length < enough; page += 1) {
    const { data, next_cursor: next } = await call(z, bundle, 'listEvents', { query: { type, cursor } })
    for (const { id, happened_at: at, data: order } of data) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of `order.…` it is an order
      if (order !== null) found.push(shown(id, at, order as Order))
    }
    if (next === null) break
    cursor = next
  }
  return found
}

function shown(id: string, at: string, order: Order): ShownEvent {
  return { ...orderShown(order), id, happened_at: at }
}

/** What `subscribe` returned, which Zapier keeps. */
function subscriptionOf({ subscribeData }: Bundle): { readonly id: string; readonly secret: string } {
  const kept: Readonly<Record<string, unknown>> = { ...subscribeData }
  return { id: textOf(kept['id']), secret: textOf(kept['secret']) }
}
