/** The other end of `sign.ts`, for those who are told: whether a webhook is the shop's own (docs/using/webhooks.md). */
import { createHmac, timingSafeEqual } from 'node:crypto'

export interface ArrivedWebhook {
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>
  /** To the byte as it came. */
  readonly body: string | Buffer
}

export interface WebhookCheck {
  /** `whsec_` and base64. */
  readonly secret: string
  /** Unix milliseconds. Left out: how old it is does not count. */
  readonly now?: number
}

/** How far the two clocks may be apart, the webhook's way included. */
const toleranceMs = 300_000

/** The event's id, `evt_17`, as the feed of events has it; undefined where it is not genuine. */
export function eventOf({ headers, body }: ArrivedWebhook, { secret, now }: WebhookCheck): string | undefined {
  const id = textOf(headers['webhook-id'])
  const timestamp = textOf(headers['webhook-timestamp'])
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const expected = createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest()
  const isGenuine = textOf(headers['webhook-signature'])
    .split(' ')
    .filter((signature) => signature.startsWith('v1,'))
    .map((signature) => Buffer.from(signature.slice('v1,'.length), 'base64'))
    .some((given) => given.length === expected.length && timingSafeEqual(given, expected))
  const isInTime = now === undefined || Math.abs(now - Number(timestamp) * 1_000) <= toleranceMs
  // Of `evt_17_5f0c2a91b7de`, what follows tells the shop.
  return isGenuine && key.length > 0 && isInTime ? /^evt_\d+/.exec(id)?.[0] : undefined
}

/** '' where it is missing. */
function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : ''
}
