/** What the audit keeps: who changed what, when and from where. */
import type { Actor } from './actor.ts'
import { endpointEventTypes, orderEventTypes } from './event.ts'

/** All that is done to a shop's data; what happens to an order or an endpoint is called as its event is. */
export const auditActions = [
  ...orderEventTypes,
  ...endpointEventTypes,
  'order.changed',
  'orders.imported',
  'events.let_go',
  'product.added',
  'product.changed',
  'product.removed',
  'coupon.added',
  'coupon.changed',
  'coupon.removed',
  'partner.added',
  'partner.changed',
  'partner.removed',
  'endpoint.added',
  'endpoint.changed',
  'endpoint.removed',
  'endpoint.secret_rotated',
  'endpoint.redelivered',
  'delivery.retried',
  'deliveries.retried',
  'token.created',
  'token.revoked',
  'member.invited',
  'member.uninvited',
  'member.joined',
  'member.changed',
  'member.removed',
  'shop.created',
  'shop.changed',
  'shop.enabled',
  'shop.disabled',
  'shop.key_rotated',
  'shop.domain_added',
  'shop.domain_removed',
] as const
export type AuditAction = (typeof auditActions)[number]

export interface AuditEntry {
  readonly action: AuditAction
  /** The kind of thing and its name: `order 258367`, `product course`. */
  readonly subject: string
  /** What more there is to say, of values that are neither secret nor about a customer. */
  readonly details: Readonly<Record<string, unknown>>
}

export interface AuditRow extends AuditEntry {
  /** 1, 2, 3 … in the shop, without gaps. */
  readonly number: number
  /** Unix milliseconds, UTC. */
  readonly at: number
  readonly actor: Actor
  /** SHA-256 over the hash of the row before and what this row says, in hexadecimal digits. */
  readonly hash: string
}
