/** Checks a webhook that was received (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). */
import { ForgeryError } from './errors.ts'
import type { WebhookEvent } from './generated/v1-types.ts'

export interface ReceivedWebhook {
  /** The body as it arrived: parsed and written again, its bytes would be others. */
  readonly body: string | Uint8Array
  readonly headers: ReceivedHeaders
  /** The secret of the endpoint, `whsec_…`; while it is being changed, both. */
  readonly secret: string | readonly string[]
  /** How far the clocks may be apart, in seconds. Left out: 300. */
  readonly toleranceSeconds?: number | undefined
}

/** Those of fetch, or an object as Node's servers have it, with its names in lower case. */
export type ReceivedHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

/** A webhook that is the shop's. */
export interface VerifiedWebhook {
  /** The same at each attempt to deliver it: what was done once for it need not be done again. */
  readonly id: string
  readonly event: WebhookEvent
}

const usualToleranceSeconds = 300

/**
 * What the shop tells. A server of a later version may tell of further types.
 * @throws ForgeryError for what is not from the shop, or not of this time
 */
export async function verifyWebhook(received: ReceivedWebhook): Promise<VerifiedWebhook> {
  const { headers, toleranceSeconds = usualToleranceSeconds } = received
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature').split(' ')
  if (id === '' || !/^\d{1,15}$/.test(timestamp)) {
    throw new ForgeryError('incomplete', 'This is no webhook: its headers «webhook-…» are missing or malformed.')
  }
  const body = typeof received.body === 'string' ? encoder.encode(received.body) : received.body
  const signed = joined(encoder.encode(`${id}.${timestamp}.`), body)
  const secrets = typeof received.secret === 'string' ? [received.secret] : received.secret
  if (!(await isSignedByAny(signed, secrets, signatures))) {
    throw new ForgeryError('wrong signature', 'This webhook is not from the shop: wrong secret, or forged.')
  }
  checkAge(Number(timestamp), toleranceSeconds)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shop signed it
  return { id, event: JSON.parse(new TextDecoder().decode(body)) as WebhookEvent }
}

const encoder = new TextEncoder()

function headerOf(headers: ReceivedHeaders, name: string): string {
  if (isGetter(headers)) return headers.get(name) ?? ''
  const value = headers[name]
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function isGetter(headers: ReceivedHeaders): headers is { get(name: string): string | null } {
  return typeof headers['get'] === 'function'
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

async function isSignedByAny(
  signed: Uint8Array<ArrayBuffer>,
  secrets: readonly string[],
  signatures: readonly string[],
): Promise<boolean> {
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', keyIn(secret), algorithm, false, ['verify'])
    for (const signature of signatures) {
      const [version, value = ''] = signature.split(',', 2)
      const bytes = version === 'v1' ? fromBase64(value) : undefined
      // It compares in constant time.
      if (bytes !== undefined && (await crypto.subtle.verify('HMAC', key, bytes, signed))) return true
    }
  }
  return false
}

const algorithm = { name: 'HMAC', hash: 'SHA-256' }

function keyIn(secret: string): Uint8Array<ArrayBuffer> {
  const key = fromBase64(secret.trim().replace(/^whsec_/, ''))
  if (key !== undefined && key.length > 0) return key
  throw new TypeError('The secret of an endpoint is «whsec_» and base64.')
}

/** Undefined for what is no base64. */
function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
  } catch {
    return undefined
  }
}

function checkAge(unixSeconds: number, toleranceSeconds: number): void {
  const ageSeconds = Math.floor(Date.now() / 1_000) - unixSeconds
  if (ageSeconds > toleranceSeconds) throw new ForgeryError('too old', 'This webhook is too old.')
  if (ageSeconds < -toleranceSeconds) throw new ForgeryError('too new', 'This webhook is of the future.')
}
