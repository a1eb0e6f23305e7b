/** The tables, as Kysely sees them. Money is in minor units of the shop's currency, times are Unix milliseconds UTC. */
import type { ColumnType, Generated } from 'kysely'
import type { Actor } from '../rules/actor.ts'
import type { AuditAction } from '../rules/audit.ts'
import type { EventType } from '../rules/event.ts'
import type { Notification } from '../rules/notification.ts'
import type { EndpointsTable } from './endpoints/table.ts'
import type { ItemKind, OrderTexts, PayStatus } from '../rules/order.ts'
import type { RequestDraft } from '../rules/request.ts'
import type { ProductKind } from '../rules/product.ts'
import type { SignInTables } from './sign-in-schema.ts'

type Immutable<Type> = ColumnType<Type, Type, never>

/** `notify_created` and so on: addresses of old-style notifications, '' for none. */
type NotifyColumns = { [Name in Notification as `notify_${Name}`]: Generated<string> }

export interface ShopsTable extends NotifyColumns {
  id: Immutable<number>
  /** As given. */
  login: Immutable<string>
  /** The login in lower case: what shops are found by. */
  login_key: Immutable<string>
  /** Sealed with the master key (`secrets.ts`). */
  api_key: string
  /** The key before the last rotation, sealed; null when there was none. */
  previous_key: string | null
  /** Until when the previous key verifies. */
  previous_key_until: number | null
  api_enabled: 0 | 1
  /** JSON list of addresses and CIDR ranges. */
  allowed_addresses: string
  time_zone: string
  currency: string
  /** The language of what customers see. */
  language: Generated<string>
  /** The shop's name for customers; '' for its login. */
  title: Generated<string>
  /** Where customers pay, with `{number}`, `{sum}` … in it; '' for nowhere. */
  payment_url: Generated<string>
  /** Whether a copy of the database may answer, which is some seconds behind. */
  stale_reads: Generated<0 | 1>
  created: Immutable<number>
}

/** The numbers that come next in a shop; each is given once. */
export interface CountersTable {
  shop_id: Immutable<number>
  next_order: Generated<number>
  next_event: Generated<number>
  next_product: Generated<number>
  next_coupon: Generated<number>
  next_partner: Generated<number>
  /** Retention has gone through the events up to this one. */
  emptied_events: Generated<number>
  next_token: Generated<number>
  next_audit: Generated<number>
  next_endpoint: Generated<number>
  next_request: Generated<number>
}

export interface ShopDomainsTable {
  /** Lower case, without port. */
  host: Immutable<string>
  shop_id: Immutable<number>
}

export interface ProductsTable extends NotifyColumns {
  shop_id: Immutable<number>
  number: Immutable<number>
  name: string
  title: string
  price: number
  kind: ProductKind
  timer_ms: number | null
  prepayment_min: number | null
  /** JSON of `Product['fees']`. */
  fees: string
  /** JSON of `Product['extra']`. */
  extra: string
}

export interface OrdersTable extends OrderTexts {
  shop_id: Immutable<number>
  number: Immutable<number>
  email: string
  pay_status: PayStatus
  created: number
  paid: number | null
  /** When the order cancels itself; null once it no longer can. */
  cancel_at: number | null
  sent_at: number | null
  rpo: string
  is_recurrent: 0 | 1
  utm_medium: string
  utm_source: string
  utm_campaign: string
  utm_content: string
  utm_term: string
  /** JSON of `Order['extra']`. */
  extra: string
  /** When it was deleted, which hides it from everything; null: it is there. */
  deleted: number | null
  /** `duplicateKey(order)` of an order that was taken as waiting. */
  duplicate_key: string | null
  /** What a repeated call is known by, of calls that have no other way to tell (API 2.0). */
  retry_key: string | null
}

export interface OrderItemsTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  /** 0, 1, 2 … in the order of the items. */
  position: Immutable<number>
  product: number
  name: string
  title: string
  sum: number
  price: number
  kind: ItemKind
  pincode: string
  /** JSON of `OrderItem['partners']`. */
  partners: string
}

export interface PaymentsTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  /** 0, 1, 2 … in the order of arrival. */
  position: Immutable<number>
  sum: number
  at: number
  payway: string
}

export interface CouponsTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  code: string
  /** The code in lower case: what coupons are found by. */
  code_key: string
  /** The discount is one of the two; the other is null. */
  basis_points: number | null
  sum: number | null
  valid_from: number | null
  valid_until: number | null
  /** JSON list of product numbers. */
  products: string
  partner: number | null
}

export interface PartnersTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  login: string
  /** The login in lower case: what partners are found by. */
  login_key: string
  basis_points: number
  parent: number | null
}

/** What happened, written in the transaction in which it did. */
export interface EventsTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  type: Immutable<EventType>
  /** What it is about: an order's number; minus a product's; 0: an endpoint. */
  subject: Immutable<number>
  at: Immutable<number>
  /** JSON of what it is about, as that was right after; '' once retention has let it go, which no delivery points to then. */
  data: string
}

export const deliveryStates = ['pending', 'delivered', 'failed'] as const
export type DeliveryState = (typeof deliveryStates)[number]

/** An event on its way to an address: the outbox, written with the event. */
export interface DeliveriesTable {
  shop_id: Immutable<number>
  event: Immutable<number>
  /** 0, 1, 2 … among the event's addresses. */
  position: Immutable<number>
  /** That of the event. */
  subject: Immutable<number>
  /** Of an endpoint: where it was when the event happened. */
  url: Immutable<string>
  /** One receiver, to whom the events of a subject go one after the other: the URL's scheme, host and port, or `endpoint NUMBER`. */
  origin: Immutable<string>
  /** The endpoint's number; null: an address of an old-style notification. */
  endpoint: Immutable<number | null>
  state: DeliveryState
  attempts: number
  /** When to try next; null: not before an earlier event of the order is told there, or never again. */
  due_at: number | null
  last_at: number | null
  /** HTTP status; null if there was no answer. */
  last_status: number | null
  /** Why the last attempt failed, for people; '' if it did not. */
  last_problem: string
  /** The beginning of what was answered. */
  last_answer: string
}

/** A shop that has something to do. A row with a lease is in the hands of one process until the lease ends. */
export interface JobsTable {
  shop_id: Immutable<number>
  kind: Immutable<JobKind>
  /** Never later than the first thing to do; may be too early. */
  due_at: number
  /** Who has it; '' if nobody. */
  lease: string
  leased_until: number
}

export type JobKind = 'deliveries' | 'endpoints' | 'timers' | 'retention'

/** Who may call API v1 for a shop. */
export interface ApiTokensTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  name: string
  /** SHA-256 of the secret, in hexadecimal digits. */
  hash: Immutable<string>
  /** JSON list of `Scope`. */
  scopes: string
  /** JSON list of addresses and CIDR ranges. */
  allowed_addresses: string
  created: Immutable<number>
  expires: number | null
  revoked: number | null
  last_used: number | null
  last_address: string
}

/** Answers to writes of API v1, for those who repeat one. */
export interface IdempotencyKeysTable {
  shop_id: Immutable<number>
  token: Immutable<number>
  key: Immutable<string>
  /** Digest of the call. */
  request: Immutable<string>
  status: Immutable<number>
  /** Sealed with the master key. */
  answer: Immutable<string>
  at: Immutable<number>
}

/** What GetBills answers, a row an order; derived from `orders` and `order_items` in the transaction that writes them. */
export interface BillsTable {
  shop_id: Immutable<number>
  /** `emailKey(email)`. */
  email_key: Immutable<string>
  number: Immutable<number>
  pay_status: PayStatus
  /** `billAnswer(order)`. */
  answer: string
}

/** Who changed what, chained by hash (`audit/chain.ts`); written in the transaction of the change. */
export interface AuditTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  at: Immutable<number>
  face: Immutable<Actor['face']>
  actor: Immutable<string>
  /** '' where there is none. */
  address: Immutable<string>
  action: Immutable<AuditAction>
  subject: Immutable<string>
  /** JSON of `AuditEntry['details']`. */
  details: Immutable<string>
  /** `hashOf(…)` of the row before and this one. */
  hash: Immutable<string>
}

/** What was asked lately; old rows go. */
export type RequestLogTable = {
  [Column in 'shop_id' | 'number']: Immutable<number>
} & { [Column in keyof RequestDraft]: Immutable<RequestDraft[Column]> }

export interface Tables extends SignInTables {
  shops: ShopsTable
  counters: CountersTable
  shop_domains: ShopDomainsTable
  products: ProductsTable
  orders: OrdersTable
  order_items: OrderItemsTable
  payments: PaymentsTable
  bills: BillsTable
  coupons: CouponsTable
  partners: PartnersTable
  events: EventsTable
  deliveries: DeliveriesTable
  endpoints: EndpointsTable
  jobs: JobsTable
  api_tokens: ApiTokensTable
  idempotency_keys: IdempotencyKeysTable
  audit: AuditTable
  request_log: RequestLogTable
}
