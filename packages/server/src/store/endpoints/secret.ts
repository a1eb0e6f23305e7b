/** Secrets of endpoints: `whsec_` and 32 random bytes in base64 (Standard Webhooks: 24 to 64 bytes). */
import { randomBytes } from 'node:crypto'
import type { Secrets } from '../secrets.ts'

const secretBytes = 32

export function newSecret(): string {
  return `whsec_${randomBytes(secretBytes).toString('base64')}`
}

/** To what a sealed secret is bound; also what an error calls it. */
function ownerOf(shopId: number, number: number): string {
  return `endpoint ${number} of shop ${shopId}`
}

export function sealed(secrets: Secrets, shopId: number, number: number, secret: string): string {
  return secrets.seal(secret, ownerOf(shopId, number))
}

export function opened(secrets: Secrets, shopId: number, number: number, secret: string): string {
  const owner = ownerOf(shopId, number)
  return secrets.open(secret, owner, `the secret of ${owner}`)
}
