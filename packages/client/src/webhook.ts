/** Checks a webhook that was received. */
import * as wire from '@billkeep/wire/webhook-signature.ts'
import { ForgeryError } from './errors.ts'
import type { WebhookEvent } from './generated/v1-types.ts'
import { checkUnparsed } from './received.ts'

export interface ReceivedWebhook {
  /** The body as it arrived: parsed and written again, its bytes would be others. */
  readonly body: string | Uint8Array
  readonly headers: ReceivedHeaders
  /** The secret of the endpoint, `whsec_…`; while it is being changed, both. */
  readonly secret: string | readonly string[]
  /** How far the clocks may be apart, in seconds. Left out: 300. */
  readonly toleranceSeconds?: number | undefined
}

/** Those of fetch, or an object as Node's servers have it. Case of letters does not count. */
export type ReceivedHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** A webhook that is the shop's. */
export interface VerifiedWebhook {
  /** The same at each attempt to deliver it: what was done once for it need not be done again. */
  readonly id: string
  readonly event: WebhookEvent
}

/**
 * What the shop tells. A server of a later version may tell of further types.
 * @throws ForgeryError for what is not from the shop, or not of this time
 */
export async function verifyWebhook(received: ReceivedWebhook): Promise<VerifiedWebhook> {
  const { body, headers, secret, toleranceSeconds } = received
  checkUnparsed(body)
  const secrets = typeof secret === 'string' ? [secret] : secret
  const nowUnixSeconds = Math.floor(Date.now() / 1_000)
  const verdict = await wire.verifyWebhook({ body, headers, secrets, nowUnixSeconds, toleranceSeconds })
  if (verdict !== 'ok') throw new ForgeryError(verdict, faults[verdict])
  const text = typeof body === 'string' ? body : new TextDecoder().decode(body)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shop signed it
  return { id: wire.webhookIdIn(headers), event: JSON.parse(text) as WebhookEvent }
}

const faults: Readonly<Record<ForgeryError['reason'], string>> = {
  incomplete: 'This is no webhook: its headers «webhook-…» are missing or malformed.',
  'wrong signature': 'This webhook is not from the shop: wrong secret, or forged.',
  'too old': 'This webhook is too old.',
  'too new': 'This webhook is of the future.',
}
