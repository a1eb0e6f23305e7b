/**
 * Whether a webhook that was received is the shop's own
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). By Web Crypto, which is
 * there wherever there is fetch.
 */

export type ArrivedWebhook = {
  /** To the byte as it came. */
  body: string | Uint8Array
  headers: ArrivedHeaders
  /** `whsec_` and base64; while one replaces another, both. */
  secrets: readonly string[]
  nowUnixSeconds: number
  /** How far the clocks may be apart, in seconds. Left out: 300. `Infinity`: how old it is does not count. */
  toleranceSeconds?: number | undefined
}

/** Those of fetch, or an object of names in any case of letters. */
export type ArrivedHeaders =
  | { get(name: string): string | null }
  | Readonly<Record<string, string | readonly string[] | undefined>>

export type WebhookVerdict = 'ok' | 'incomplete' | 'wrong signature' | 'too old' | 'too new'

const usualToleranceSeconds = 300

/**
 * Time is judged last, so that «too old» and «too new» are said of genuine ones only.
 * @throws TypeError for a secret that is none
 */
export async function verifyWebhook(arrived: ArrivedWebhook): Promise<WebhookVerdict> {
  const { headers, secrets, nowUnixSeconds, toleranceSeconds = usualToleranceSeconds } = arrived
  const id = webhookIdIn(headers)
  const timestamp = headerOf(headers, 'webhook-timestamp')
  if (id === '' || !/^\d{1,15}$/.test(timestamp)) return 'incomplete'
  const signed = joined(encoder.encode(`${id}.${timestamp}.`), bytesOf(arrived.body))
  const signatures = headerOf(headers, 'webhook-signature').split(' ')
  if (!(await isSignedByAny(signed, secrets, signatures))) return 'wrong signature'
  const ageSeconds = nowUnixSeconds - Number(timestamp)
  if (ageSeconds > toleranceSeconds) return 'too old'
  return ageSeconds < -toleranceSeconds ? 'too new' : 'ok'
}

/** `evt_17_5f0c2a91b7de`, the same at each attempt; '' where there is none. */
export function webhookIdIn(headers: ArrivedHeaders): string {
  return headerOf(headers, 'webhook-id')
}

/** The event's id as the feed of events has it: of `evt_17_5f0c2a91b7de`, what follows tells the shop. */
export function eventIdIn(headers: ArrivedHeaders): string {
  return /^evt_\d+/.exec(webhookIdIn(headers))?.[0] ?? ''
}

const encoder = new TextEncoder()

function bytesOf(body: string | Uint8Array): Uint8Array {
  return typeof body === 'string' ? encoder.encode(body) : body
}

function headerOf(headers: ArrivedHeaders, name: string): string {
  if (isGetter(headers)) return headers.get(name) ?? ''
  const [, value] = Object.entries(headers).find(([each]) => each.toLowerCase() === name) ?? []
  return typeof value === 'string' ? value : (value?.[0] ?? '')
}

function isGetter(headers: ArrivedHeaders): headers is { get(name: string): string | null } {
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

/** An empty one would make everybody's signature right. */
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
