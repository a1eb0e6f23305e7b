/** Signatures of Standard Webhooks (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). */
import { createHmac } from 'node:crypto'

export interface Signing {
  /** The same at each attempt; without full stops. */
  readonly id: string
  /** Of the attempt, in Unix seconds. */
  readonly timestamp: number
  readonly body: string
  /** `whsec_` and base64; each signs. */
  readonly secrets: readonly string[]
}

/** The three headers by which a receiver checks who sent it, and when. */
export function signedHeaders({ id, timestamp, body, secrets }: Signing): Readonly<Record<string, string>> {
  const signatures = secrets.map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`
  })
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatures.join(' '),
  }
}
