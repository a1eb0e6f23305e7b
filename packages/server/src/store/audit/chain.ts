/** How the rows of a shop's audit hang together. */
import { hash } from 'node:crypto'

/** A row as it is stored, without its hash. */
export interface Link {
  readonly number: number
  readonly at: number
  readonly face: string
  readonly actor: string
  readonly address: string
  readonly action: string
  readonly subject: string
  /** JSON, to the letter. */
  readonly details: string
}

/**
 * `previous` is the hash of the row before, '' for the first. What is hashed is written down for other programs in
 * docs/hosting/audit.md, and never changes.
 */
export function hashOf(previous: string, shopId: number, link: Link): string {
  const { number, at, face, actor, address, action, subject, details } = link
  const text = JSON.stringify([shopId, number, at, face, actor, address, action, subject, details])
  return hash('sha256', `${previous}\n${text}`, 'hex')
}
