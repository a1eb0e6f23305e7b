// Made by «npm run derive» from packages/server/src/operations/registry.ts.
import type { Page } from '../list.ts'

/** Every problem of API v1: the end of its type, and its HTTP status. */
export interface ProblemStatuses {
  /**
   * The body is not valid JSON. The body could not be read as JSON in UTF-8, or did not arrive whole. Send
   * one JSON object.
   */
  readonly 'malformed-body': 400
  /**
   * No valid token. The header `Authorization: Bearer TOKEN` is missing, or its token is unknown, revoked or
   * expired. «billkeep token create» makes one.
   */
  readonly 'unauthenticated': 401
  /**
   * The token may not do this. The token lacks the scope that the operation needs. Make another token that
   * has it.
   */
  readonly 'missing-scope': 403
  /**
   * Not from another site. A call with the cookie of somebody who is signed in must come from the account
   * page itself, and name the shop in the header `Billkeep-Shop`. Programs use tokens.
   */
  readonly 'cross-site': 403
  /**
   * Not from this address. The shop or the token lets in certain addresses only, and the call came from
   * another.
   */
  readonly 'address-denied': 403
  /** The shop is switched off. Whoever runs this installation has switched the shop off. */
  readonly 'shop-disabled': 403
  /**
   * There is no such thing. The shop has nothing by this number or name. What belongs to another shop is not
   * there either.
   */
  readonly 'not-found': 404
  /** There is no such operation. No operation of API v1 has this path. See /v1/docs. */
  readonly 'unknown-path': 404
  /** Not with this method. The path exists, but not with this method; the header `Allow` lists those it has. */
  readonly 'method-not-allowed': 405
  /** The request took too long to arrive. The body did not come in time. Send it again. */
  readonly 'timeout': 408
  /**
   * Something like it is there already. The name or code is taken, or the same order is waiting already. The
   * detail says by what.
   */
  readonly 'conflict': 409
  /**
   * Not in this state. What is asked for is not possible in the state that the thing is in; the detail names
   * it.
   */
  readonly 'wrong-state': 409
  /**
   * A call with this Idempotency-Key is under way. Another call with the same key has not ended yet. Wait a
   * second and repeat it: the answer will be the same.
   */
  readonly 'request-in-progress': 409
  /**
   * The body is too large. A body has at most 1 MiB, a file that is imported 32 MiB. «billkeep orders import»
   * takes files of any size.
   */
  readonly 'body-too-large': 413
  /**
   * The body has another type than it should. Bodies are sent with `Content-Type: application/json`, and
   * files of orders with `application/x-ndjson`.
   */
  readonly 'unsupported-media-type': 415
  /**
   * The input is not valid. A field is missing, unknown or has a wrong value; `errors` names each field at
   * fault and what it should be.
   */
  readonly 'invalid': 422
  /**
   * The Idempotency-Key was used for something else. Within 24 hours a key stands for one call. Use a new one
   * for another operation or body.
   */
  readonly 'idempotency-key-reused': 422
  /**
   * Too many calls. The calls of this minute are used up; `Retry-After` says when there are new ones. Wrong
   * tokens cost many.
   */
  readonly 'rate-limited': 429
  /**
   * Something went wrong here. It is our mistake, nothing was changed, and the log has it under the request
   * id. The call may be repeated.
   */
  readonly 'internal': 500
  /**
   * The database does not answer. Most often another takes over within seconds. Repeat the call after
   * `Retry-After`, writes with their Idempotency-Key.
   */
  readonly 'unavailable': 503
  /**
   * More is asked than can be answered. Nothing of the call was read or changed. Repeat it after
   * `Retry-After`, and ask less at once; the other calls are answered meanwhile.
   */
  readonly 'overloaded': 503
}

export type ProblemName = keyof ProblemStatuses

export type { Page }

/** Row of the audit. */
export interface AuditRow {
  /** 1, 2, 3 … in the shop, without gaps. */
  readonly number: number
  /** RFC 3339, UTC. */
  readonly happened_at: string
  /** The way by which it was changed. */
  readonly face: 'api' | 'v1' | 'account' | 'cli' | 'job'
  /**
   * Of `api` which key signed, of `v1` the token, of `account` who was signed in, of `cli` the user of the
   * machine.
   */
  readonly actor: string
  /** The caller's; null: there is none. */
  readonly address: string | null
  readonly action: 'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled' | 'order.changed' | 'orders.imported' | 'events.let_go' | 'product.added' | 'product.changed' | 'product.removed' | 'coupon.added' | 'coupon.changed' | 'coupon.removed' | 'partner.added' | 'partner.changed' | 'partner.removed' | 'endpoint.added' | 'endpoint.changed' | 'endpoint.removed' | 'endpoint.secret_rotated' | 'endpoint.redelivered' | 'delivery.retried' | 'deliveries.retried' | 'token.created' | 'token.revoked' | 'member.invited' | 'member.uninvited' | 'member.joined' | 'member.changed' | 'member.removed' | 'shop.created' | 'shop.changed' | 'shop.enabled' | 'shop.disabled' | 'shop.key_rotated' | 'shop.domain_added' | 'shop.domain_removed'
  /** What was changed: `order 258367`, `product course`. */
  readonly subject: string
  /** What more there is to say, without secrets and whole e-mail addresses. Its fields depend on the action. */
  readonly details: Readonly<Record<string, unknown>>
  /** SHA-256 over the hash of the row before and what this row says, in hexadecimal digits. */
  readonly hash: string
}

/** Bill. */
export interface Bill {
  /** Order number. */
  readonly number: number
  /** By number, each once. */
  readonly products: readonly {
    /** Product number. */
    readonly number: number
    /** Product name. `good_name` of GetBills. */
    readonly name: string
    /** Product title. `good_title` of GetBills. */
    readonly title: string
  }[]
}

/** Coupon. */
export interface Coupon {
  /** Coupon number. Unique in the shop, and never given twice. */
  readonly number: number
  /** What customers type, in any case of letters. */
  readonly code: string
  /** Off each product that it covers, with at most two decimals; null: it takes off an amount. */
  readonly percent: number | null
  /** Off each product that it covers, in minor units; null: it takes off a percentage. */
  readonly amount: number | null
  /** The shop's, as an ISO 4217 code. */
  readonly currency: string
  /** The first moment at which it counts; null: since ever. RFC 3339, UTC. */
  readonly valid_from: string | null
  /** The first moment at which it no longer counts; null: for ever. RFC 3339, UTC. */
  readonly valid_until: string | null
  /** Numbers of those that it covers, some of which may be gone; empty: all. */
  readonly products: readonly number[]
  /** The login of whom orders with it are credited to; null: nobody. */
  readonly partner: string | null
}

/** Delivery. */
export interface Delivery {
  /** Delivery. Its id, like `17-0`. */
  readonly id: string
  /** Its id, which ascends in the shop: `evt_17`. */
  readonly event: string
  /** Of the event. */
  readonly type: 'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled'
  /** The number of the order that it is about. */
  readonly order: number | null
  /** The number of the product that it is about. */
  readonly product: number | null
  /** The webhook endpoint's number; null: an old-style notification. */
  readonly endpoint: number | null
  /** Address. Of an endpoint, where it was when the event happened; each attempt goes to where it is then. */
  readonly url: string
  /** `pending`: on its way. `failed`: not tried any more. */
  readonly state: 'pending' | 'delivered' | 'failed'
  /** How often it was tried. */
  readonly attempts: number
  /** Null: it is done, or waits until an earlier event of the order or product is told. RFC 3339, UTC. */
  readonly next_attempt_at: string | null
  /** RFC 3339, UTC. */
  readonly last_attempt_at: string | null
  /** HTTP status; null: no answer. */
  readonly last_status: number | null
  /** Why the last attempt failed. */
  readonly last_problem: string | null
  /** The beginning of what was answered. */
  readonly last_answer: string
}

/** Delivery with its content. */
export interface DeliveryWithContent {
  /** Delivery. Its id, like `17-0`. */
  readonly id: string
  /** Its id, which ascends in the shop: `evt_17`. */
  readonly event: string
  /** Of the event. */
  readonly type: 'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled'
  /** The number of the order that it is about. */
  readonly order: number | null
  /** The number of the product that it is about. */
  readonly product: number | null
  /** The webhook endpoint's number; null: an old-style notification. */
  readonly endpoint: number | null
  /** Address. Of an endpoint, where it was when the event happened; each attempt goes to where it is then. */
  readonly url: string
  /** `pending`: on its way. `failed`: not tried any more. */
  readonly state: 'pending' | 'delivered' | 'failed'
  /** How often it was tried. */
  readonly attempts: number
  /** Null: it is done, or waits until an earlier event of the order or product is told. RFC 3339, UTC. */
  readonly next_attempt_at: string | null
  /** RFC 3339, UTC. */
  readonly last_attempt_at: string | null
  /** HTTP status; null: no answer. */
  readonly last_status: number | null
  /** Why the last attempt failed. */
  readonly last_problem: string | null
  /** The beginning of what was answered. */
  readonly last_answer: string
  /**
   * What it tells: the JSON of a webhook, or the form of an old-style notification without its `hash`. The
   * order or product in it is as it was right after the event.
   */
  readonly content: string
}

/** EndpointWebhook. */
export interface EndpointWebhook {
  readonly type: 'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled'
  /** When it happened. RFC 3339, UTC. */
  readonly timestamp: string
  readonly data: WebhookEndpointNotice
}

/** Event. */
export interface Event {
  /** Event. Its id, which ascends in the shop: `evt_17`. */
  readonly id: string
  /** What it is about, and what happened to it. */
  readonly type: 'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled'
  /** RFC 3339, UTC. */
  readonly happened_at: string
  /** The number of the order that it is about. */
  readonly order: number | null
  /** The number of the product that it is about. */
  readonly product: number | null
  /**
   * The order, product or endpoint, as it was right after; of a deleted product, as it was before. Null: so
   * old that it is not kept any more.
   */
  readonly data: Order | Product | WebhookEndpointNotice | null
}

/** Redelivery of what has failed. */
export interface FailedRedelivery {
  /** RFC 3339, UTC. */
  readonly from: string
  /** RFC 3339, UTC. */
  readonly until: string
  /** How many are tried again. */
  readonly count: number
  /** Whether some were too many for one call. */
  readonly has_more: boolean
}

/** Field at fault. */
export interface FieldFault {
  /** Where. The part of the call. */
  readonly in: 'path' | 'query' | 'header' | 'body'
  /** With dots: `items.0.amount`; empty: the whole part. */
  readonly field: string
  /** What is wrong and what it should be, for people. */
  readonly detail: string
}

/** Answer of GetBills. But for its `hash`. */
export interface GetBillsAnswer {
  readonly error_code: number
  readonly error_text: string
  readonly result: Readonly<Record<string, Readonly<Record<string, {
    readonly good_name: string
    readonly good_title: string
  }>>>> | readonly never[]
}

/** Import report. */
export interface ImportReport {
  /** Orders that are new. */
  readonly added: number
  /** Orders that are stored already, with the same content. */
  readonly same: number
  /** Orders that were stored with another content. */
  readonly updated: number
  /** Lines that were passed over. */
  readonly rejected: number
  /** The first thousand of them. */
  readonly rejected_lines: readonly {
    /** Its number in the file, from 1. */
    readonly line: number
    /** What is wrong with it, for people. */
    readonly detail: string
  }[]
}

/** Invitation. */
export interface Invitation {
  /** By which it is withdrawn; it opens nothing. */
  readonly id: string
  /** E-mail. Empty: whoever opens the link says it. */
  readonly email: string
  /** Staff do the daily work; keys, tokens, settings and people are the owner’s. */
  readonly role: 'owner' | 'staff'
  /** RFC 3339, UTC. */
  readonly expires_at: string
}

/** Request. */
export interface LoggedRequest {
  readonly number: number
  /** RFC 3339, UTC. */
  readonly happened_at: string
  /** API. The order API, API v1, or what assistants ask. */
  readonly face: 'api' | 'v1' | 'mcp'
  /** Function. Of the order API, or operation of API v1; null: there is none such. */
  readonly operation: string | null
  /** Refused: by a mistake of the caller; failed: by one of the server. */
  readonly outcome: 'ok' | 'refused' | 'failed'
  /** The number of an answer of the order API, or the name of a problem of API v1; null: none. */
  readonly code: string | null
  /** HTTP status. */
  readonly status: number
  /** Time taken. From the whole request to the answer. */
  readonly milliseconds: number
  /** The caller's IP address. */
  readonly address: string
  /** Which key signed, or the number and name of the token; null: nobody proved anything. */
  readonly caller: string | null
  /** What is wrong with the signature. As far as it can be known; null: nothing, or it was not looked at. */
  readonly signature_fault: 'noHash' | 'notMd5' | 'retiredKey' | 'sorted' | 'unencoded' | 'otherEncoding' | 'parameterAdded' | 'noParameters' | 'swapped' | 'noLogin' | 'noColons' | 'spaceInKey' | 'otherKey' | null
  /** How many that came right after it were not kept, as there were so many. */
  readonly skipped: number
}

/** Member. */
export interface Member {
  /** What they are known by here; it stays as it is. */
  readonly user: string
  /** E-mail. By which they sign in. */
  readonly email: string
  readonly name: string
  /** Staff do the daily work; keys, tokens, settings and people are the owner’s. */
  readonly role: 'owner' | 'staff'
  /** RFC 3339, UTC. */
  readonly joined_at: string
}

/** New token. */
export interface NewToken {
  readonly number: number
  readonly name: string
  /** What it may do. */
  readonly scopes: readonly ('orders:read' | 'orders:write' | 'products:read' | 'products:write' | 'coupons:read' | 'coupons:write' | 'partners:read' | 'partners:write' | 'statistics:read' | 'events:read' | 'webhooks:read' | 'webhooks:write' | 'members:read' | 'members:write' | 'tokens:read' | 'tokens:write' | 'audit:read' | 'requests:read' | 'shop:read' | 'shop:write' | 'shop:key' | 'orders:export' | 'mcp' | 'mcp:contacts')[]
  /** Addresses and CIDR ranges; empty: any. */
  readonly allowed_addresses: readonly string[]
  /** RFC 3339, UTC. */
  readonly created_at: string
  /** Null: it does not end by itself. RFC 3339, UTC. */
  readonly expires_at: string | null
  /** RFC 3339, UTC. */
  readonly revoked_at: string | null
  /** To the minute. RFC 3339, UTC. */
  readonly last_used_at: string | null
  /** The address. */
  readonly last_used_from: string | null
  /** What its holder sends as `Authorization: Bearer TOKEN`. Nobody can ask for it again. */
  readonly token: string
}

/** Notification addresses. Where an old-style notification tells of what happens to orders; null: nowhere. */
export interface NotificationAddresses {
  readonly created: string | null
  readonly paid: string | null
  /** Paid in part. */
  readonly prepaid: string | null
  readonly cancelled: string | null
  readonly returned: string | null
}

/** Order. */
export interface Order {
  /** Order number. Unique in the shop. */
  readonly number: number
  /** What became of the order: `waiting` for payment, `paid`, `cancelled`, or `returned` after payment. */
  readonly status: 'waiting' | 'paid' | 'cancelled' | 'returned'
  /** RFC 3339, UTC. */
  readonly created_at: string
  /** Null: never paid in full. RFC 3339, UTC. */
  readonly paid_at: string | null
  /** When it cancels itself if unpaid. RFC 3339, UTC. */
  readonly cancels_at: string | null
  /** When it was sent by post. RFC 3339, UTC. */
  readonly sent_at: string | null
  /** Of the parcel. */
  readonly tracking_number: string | null
  readonly customer: {
    /** E-mail. */
    readonly email: string
    readonly first_name: string
    readonly last_name: string
    readonly middle_name: string
    readonly phone: string
  }
  /** Where to; texts may be empty. */
  readonly delivery: {
    readonly country: string
    readonly region: string
    readonly city: string
    /** Street, house, flat. */
    readonly address: string
    readonly postal_code: string
  }
  readonly items: readonly OrderItem[]
  /** The shop's, as an ISO 4217 code. */
  readonly currency: string
  /** What it asks for, in minor units. */
  readonly total: number
  /** The payments together, in minor units. */
  readonly amount_paid: number
  /** What is left to pay, in minor units. */
  readonly amount_due: number
  /** By time of arrival. Empty for orders that were imported as paid. */
  readonly payments: readonly Payment[]
  /** Null: not known. */
  readonly payment_method: string | null
  /** Whether it was made by a subscription. */
  readonly recurring: boolean
  /** The code that counted; null: none. */
  readonly coupon: string | null
  /** The shop's own label. */
  readonly tag: string
  readonly comment: string
  /** Where it was taken; null: not known. */
  readonly domain: string | null
  /**
   * Where the customer sees the order and pays; a path, at any address of the shop, where the order names no
   * domain.
   */
  readonly payment_page: string
  /** UTM labels. Where the customer came from; may be empty. */
  readonly utm: {
    readonly medium: string
    readonly source: string
    readonly campaign: string
    readonly content: string
    readonly term: string
  }
  /** What else was said when it was taken: `ip`, `aff_source` … */
  readonly attributes: Readonly<Record<string, string>>
}

/** Item. */
export interface OrderItem {
  /** Product number. The product may be gone by now. */
  readonly product: number
  /** Product name. The product's symbolic name on the day of the order. */
  readonly name: string
  /** Product title. What it was called on the day of the order. */
  readonly title: string
  /** `physical` has to be sent by post. */
  readonly kind: 'digital' | 'physical'
  /** What this order asks for it, in minor units. */
  readonly amount: number
  /** What the product cost that day, in minor units. */
  readonly list_price: number
  /** Code. Handed out after payment; null: there is none. */
  readonly pincode: string | null
  /** Whose sale it was, level 1 first, with what each earns. */
  readonly partners: readonly {
    readonly level: number
    readonly number: number
    readonly login: string
    /** In minor units. */
    readonly fee: number
  }[]
}

/** OrderWebhook. */
export interface OrderWebhook {
  readonly type: 'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored'
  /** When it happened. RFC 3339, UTC. */
  readonly timestamp: string
  readonly data: Order
}

/** Partner. */
export interface Partner {
  /** Partner number. Unique in the shop, and never given twice. */
  readonly number: number
  /** What orders name them by, in any case of letters. */
  readonly login: string
  /** Their share of items whose product sets no fee, with at most two decimals. */
  readonly percent: number
  /** The login of whoever brought them, and so has level 2 in their sales; null: nobody. */
  readonly parent: string | null
}

/** A partner's fee. */
export interface PartnerFee {
  /** In minor units; null: it is a percentage. */
  readonly amount: number | null
  /** Of what the item costs, with at most two decimals; null: it is an amount. */
  readonly percent: number | null
}

/** Payment. */
export interface Payment {
  /** In minor units. */
  readonly amount: number
  /** RFC 3339, UTC. */
  readonly paid_at: string
  /** How it was paid; null: not known. */
  readonly method: string | null
}

/** Problem. */
export interface Problem {
  /** Which problem it is: a path at the same host, whose page explains it. It never changes. */
  readonly type: string
  /** What the type means, for people. */
  readonly title: string
  /** The HTTP status of the answer. */
  readonly status: number
  /** What happened this time, for people. */
  readonly detail?: string | undefined
  /** Each field that is not as it should be. */
  readonly errors?: readonly FieldFault[] | undefined
  /** Also in the header `Request-Id`; whoever runs the installation finds the call by it. */
  readonly request_id: string
}

/** Product. */
export interface Product {
  /** Product number. Unique in the shop, and never given twice. */
  readonly number: number
  /** What orders name it by; unique in the shop. */
  readonly name: string
  /** What customers read. */
  readonly title: string
  /** In minor units. */
  readonly price: number
  /** The shop's, as an ISO 4217 code. */
  readonly currency: string
  /** `physical` has to be sent by post; of `floating` the buyer names the price. */
  readonly kind: 'digital' | 'physical' | 'floating'
  /** Timer. After how many seconds an unpaid order of it cancels itself; null: never. */
  readonly timer_seconds: number | null
  /** Least prepayment. The least that can be paid in part, in minor units; null: only all at once. */
  readonly prepayment_min: number | null
  /** Partner's fee. What the partner earns whose sale it is; null: the partner's own share. */
  readonly partner_fee: PartnerFee | null
  /** Second partner's fee. What whoever brought that partner earns; null: nothing. */
  readonly second_partner_fee: PartnerFee | null
  readonly notify: NotificationAddresses
}

/** ProductWebhook. */
export interface ProductWebhook {
  readonly type: 'product.created' | 'product.updated' | 'product.deleted'
  /** When it happened. RFC 3339, UTC. */
  readonly timestamp: string
  readonly data: Product
}

/** Redelivery. */
export interface Redelivery {
  /** RFC 3339, UTC. */
  readonly from: string
  /** RFC 3339, UTC. */
  readonly until: string
}

/** Sales. */
export interface Sales {
  /** The shop's, in which its days begin. */
  readonly time_zone: string
  /** The shop's, as an ISO 4217 code. */
  readonly currency: string
  readonly totals: {
    /** Created in these days. */
    readonly orders: number
    /** What they ask for. In minor units. */
    readonly amount: number
    /** Paid in these days and not returned. */
    readonly paid_orders: number
    /** What those ask for. In minor units. */
    readonly paid_amount: number
  }
  /** Every day, also those without orders. */
  readonly days: readonly {
    readonly day: string
    readonly orders: number
    /** In minor units. */
    readonly amount: number
    readonly paid_orders: number
    /** In minor units. */
    readonly paid_amount: number
  }[]
  /** What was paid in these days, the most money first. */
  readonly products: readonly {
    readonly product: number
    readonly name: string
    readonly title: string
    readonly quantity: number
    /** In minor units. */
    readonly amount: number
  }[]
  /** What became of the orders created in these days. */
  readonly statuses: readonly {
    /** What became of the order: `waiting` for payment, `paid`, `cancelled`, or `returned` after payment. */
    readonly status: 'waiting' | 'paid' | 'cancelled' | 'returned'
    readonly orders: number
    /** In minor units. */
    readonly amount: number
  }[]
}

/** Shop. */
export interface Shop {
  /** It stays as it is. */
  readonly login: string
  /** Its name for customers; null: its login. */
  readonly title: string | null
  /** Of what customers see. */
  readonly language: 'en' | 'ru'
  /** Of days and times, as an IANA name. */
  readonly time_zone: string
  /** The shop's, as an ISO 4217 code. */
  readonly currency: string
  /**
   * Payment address. Where customers pay, with `{number}`, `{sum}`, `{email}`, `{token}` of the order; null:
   * nowhere.
   */
  readonly payment_url: string | null
  readonly notify: NotificationAddresses
  /** Whether answers may be some seconds old, as a copy of the database gives them. */
  readonly stale_reads: boolean
  /** Addresses and CIDR ranges that may call its APIs; empty: all. */
  readonly allowed_addresses: readonly string[]
  /** Its own ones. Whoever runs the installation links them: «billkeep shop domain add». */
  readonly domains: readonly string[]
  /** Whether its APIs answer. Whoever runs the installation decides it. */
  readonly enabled: boolean
  /** RFC 3339, UTC. */
  readonly created_at: string
}

/** The shop's key. */
export interface ShopKey {
  /** Signs calls of the old API and its answers. */
  readonly key: string
  /** Still counts while a change of keys overlaps; null: there is none. */
  readonly previous_key: string | null
  /** When it stops. RFC 3339, UTC. */
  readonly previous_key_until: string | null
}

/** Timeline entry. */
export interface TimelineEntry {
  /** Its id in the feed of events. */
  readonly event: string
  readonly type: 'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored'
  /** RFC 3339, UTC. */
  readonly happened_at: string
}

/** Token. */
export interface Token {
  readonly number: number
  readonly name: string
  /** What it may do. */
  readonly scopes: readonly ('orders:read' | 'orders:write' | 'products:read' | 'products:write' | 'coupons:read' | 'coupons:write' | 'partners:read' | 'partners:write' | 'statistics:read' | 'events:read' | 'webhooks:read' | 'webhooks:write' | 'members:read' | 'members:write' | 'tokens:read' | 'tokens:write' | 'audit:read' | 'requests:read' | 'shop:read' | 'shop:write' | 'shop:key' | 'orders:export' | 'mcp' | 'mcp:contacts')[]
  /** Addresses and CIDR ranges; empty: any. */
  readonly allowed_addresses: readonly string[]
  /** RFC 3339, UTC. */
  readonly created_at: string
  /** Null: it does not end by itself. RFC 3339, UTC. */
  readonly expires_at: string | null
  /** RFC 3339, UTC. */
  readonly revoked_at: string | null
  /** To the minute. RFC 3339, UTC. */
  readonly last_used_at: string | null
  /** The address. */
  readonly last_used_from: string | null
}

/** Webhook endpoint. */
export interface WebhookEndpoint {
  /** Unique in the shop, and never given twice. */
  readonly number: number
  /** Address. Where events are sent. */
  readonly url: string
  readonly description: string
  /** Of what it is told; null: of all that happens to orders and products. */
  readonly types: readonly ('order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.failing' | 'endpoint.disabled')[] | null
  /** False: it is told nothing. */
  readonly enabled: boolean
  /**
   * Disabled because. `asked`: somebody said so. `gone`: it answered 410. `failing`: it failed for five days.
   */
  readonly disabled_reason: 'asked' | 'gone' | 'failing' | null
  /** RFC 3339, UTC. */
  readonly disabled_at: string | null
  /** Since when every attempt has failed; null: the last one did not. RFC 3339, UTC. */
  readonly failing_since: string | null
  /** Until when the secret before the present one signs, too; null: it does not. RFC 3339, UTC. */
  readonly previous_secret_until: string | null
  /** RFC 3339, UTC. */
  readonly created_at: string
}

/** What happened to a webhook endpoint. */
export interface WebhookEndpointNotice {
  readonly number: number
  /** Address. Where it was then. */
  readonly url: string
  /** Why the last attempt failed. */
  readonly problem: string | null
  /** RFC 3339, UTC. */
  readonly failing_since: string | null
}

/** Webhook endpoint with its secret. */
export interface WebhookEndpointWithSecret {
  /** Unique in the shop, and never given twice. */
  readonly number: number
  /** Address. Where events are sent. */
  readonly url: string
  readonly description: string
  /** Of what it is told; null: of all that happens to orders and products. */
  readonly types: readonly ('order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.failing' | 'endpoint.disabled')[] | null
  /** False: it is told nothing. */
  readonly enabled: boolean
  /**
   * Disabled because. `asked`: somebody said so. `gone`: it answered 410. `failing`: it failed for five days.
   */
  readonly disabled_reason: 'asked' | 'gone' | 'failing' | null
  /** RFC 3339, UTC. */
  readonly disabled_at: string | null
  /** Since when every attempt has failed; null: the last one did not. RFC 3339, UTC. */
  readonly failing_since: string | null
  /** Until when the secret before the present one signs, too; null: it does not. RFC 3339, UTC. */
  readonly previous_secret_until: string | null
  /** RFC 3339, UTC. */
  readonly created_at: string
  /** What it signs with; not shown again. */
  readonly secret: string
}

/** What a webhook tells: `type` says what happened, `data` to what, as it was right after. */
export type WebhookEvent =
  | WebhookMessage<'order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored', Order>
  | WebhookMessage<'product.created' | 'product.updated' | 'product.deleted', Product>
  | WebhookMessage<'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled', WebhookEndpointNotice>

export interface WebhookMessage<Type extends string, Data> {
  readonly type: Type
  /** When it happened: RFC 3339, UTC. */
  readonly timestamp: string
  readonly data: Data
}

/** List orders (`listOrders`): what it takes. */
export interface ListOrdersQuery {
  /**
   * Search. Words that must all be there, in any order and case, each as a part of the number, a name, the
   * e-mail address or the phone.
   */
  readonly q?: string | undefined
  /** E-mail. The customer's e-mail address, in any case of letters. */
  readonly email?: string | undefined
  /** Order number. */
  readonly number?: number | undefined
  /** May be given several times: any of these. */
  readonly status?: readonly ('waiting' | 'paid' | 'cancelled' | 'returned')[] | undefined
  /** The name or number of a product that is in the order. */
  readonly product?: string | undefined
  readonly tag?: string | undefined
  /** This moment included. */
  readonly created_from?: string | Date | undefined
  /** This moment not included. */
  readonly created_until?: string | Date | undefined
  /** This moment included. */
  readonly paid_from?: string | Date | undefined
  /** This moment not included. */
  readonly paid_until?: string | Date | undefined
  /** `true`: those that were deleted, instead of those that are there. Left out: `false`. */
  readonly deleted?: boolean | undefined
  /** `-`: the last first. By `paid_at` come those only that were paid at some time. Left out: `-created_at`. */
  readonly sort?: 'created_at' | '-created_at' | 'number' | '-number' | 'paid_at' | '-paid_at' | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Create an order (`createOrder`): what it takes. */
export interface CreateOrderBody {
  /** E-mail. The customer's e-mail address, in any case of letters. */
  readonly email: string
  /** What is ordered, at least one. */
  readonly items: readonly {
    /** The product's name or, where no product has that name, its number. */
    readonly product: string
    /** What it is to cost here, in minor units; left out: what the product and the coupon say. */
    readonly amount?: number | undefined
  }[]
  readonly first_name?: string | undefined
  readonly last_name?: string | undefined
  readonly middle_name?: string | undefined
  /** In any form. */
  readonly phone?: string | undefined
  /** Of delivery. */
  readonly country?: string | undefined
  /** Of delivery. */
  readonly region?: string | undefined
  /** Of delivery. */
  readonly city?: string | undefined
  /** Of delivery: street, house, flat. */
  readonly address?: string | undefined
  /** Of delivery. */
  readonly postal_code?: string | undefined
  /** Its code; one that does not count changes nothing. */
  readonly coupon?: string | undefined
  /** Logins of those who brought the customer, level 1 first; unknown ones are passed over. */
  readonly partners?: readonly string[] | undefined
  readonly payment_method?: string | undefined
  /** A label of your own. */
  readonly tag?: string | undefined
  /** The customer's. */
  readonly comment?: string | undefined
  /** Where it was taken, without scheme. */
  readonly domain?: string | undefined
  /** What it is taken as. Left out: `waiting`. */
  readonly status?: 'waiting' | 'paid' | 'cancelled' | 'returned' | undefined
  /** Left out: now. */
  readonly created_at?: string | Date | undefined
  /** Of an order that is taken as paid; left out: now. */
  readonly paid_at?: string | Date | undefined
  /** When it cancels itself if it is not paid; null: never; left out: as its products say. */
  readonly cancels_at?: string | Date | null | undefined
  /** UTM labels. Where the customer came from. */
  readonly utm?: {
    readonly medium?: string | undefined
    readonly source?: string | undefined
    readonly campaign?: string | undefined
    readonly content?: string | undefined
    readonly term?: string | undefined
  } | undefined
  /** Anything else to keep with the order. */
  readonly attributes?: Readonly<Record<string, string>> | undefined
}

/** Record a payment (`payOrder`): what it takes. */
export interface PayOrderBody {
  /** What came in, in minor units; less than is due is a prepayment. Left out: all that is due. */
  readonly amount?: number | undefined
  /** How it was paid; left out: as the order said. */
  readonly method?: string | undefined
  /** Left out: now. */
  readonly paid_at?: string | Date | undefined
}

/** Mark an order as sent (`sendOrder`): what it takes. */
export interface SendOrderBody {
  /** Of the parcel. */
  readonly tracking_number?: string | undefined
  /** Left out: now. */
  readonly sent_at?: string | Date | undefined
}

/** Change the tag or comment of an order (`updateOrder`): what it takes. */
export interface UpdateOrderBody {
  /** A label of your own. */
  readonly tag?: string | undefined
  readonly comment?: string | undefined
}

/** Get an order's timeline (`getOrderTimeline`): what it gives. */
export interface GetOrderTimelineAnswer {
  readonly data: readonly TimelineEntry[]
}

/** Export orders (`exportOrders`): what it takes. */
export interface ExportOrdersQuery {
  /** Left out: `ndjson`. */
  readonly format?: 'ndjson' | 'csv' | undefined
  /**
   * Search. Words that must all be there, in any order and case, each as a part of the number, a name, the
   * e-mail address or the phone.
   */
  readonly q?: string | undefined
  /** E-mail. The customer's e-mail address, in any case of letters. */
  readonly email?: string | undefined
  /** Order number. */
  readonly number?: number | undefined
  /** May be given several times: any of these. */
  readonly status?: readonly ('waiting' | 'paid' | 'cancelled' | 'returned')[] | undefined
  /** The name or number of a product that is in the order. */
  readonly product?: string | undefined
  readonly tag?: string | undefined
  /** This moment included. */
  readonly created_from?: string | Date | undefined
  /** This moment not included. */
  readonly created_until?: string | Date | undefined
  /** This moment included. */
  readonly paid_from?: string | Date | undefined
  /** This moment not included. */
  readonly paid_until?: string | Date | undefined
  /** `true`: those that were deleted, instead of those that are there. Left out: `false`. */
  readonly deleted?: boolean | undefined
  /** `-`: the last first. By `paid_at` come those only that were paid at some time. Left out: `-created_at`. */
  readonly sort?: 'created_at' | '-created_at' | 'number' | '-number' | 'paid_at' | '-paid_at' | undefined
}

/** Import orders (`importOrders`): what it takes. */
export interface ImportOrdersQuery {
  /**
   * `true`: an order that is stored with another content is replaced; otherwise its line is bad. Left out:
   * `false`.
   */
  readonly update?: boolean | undefined
  /** Skip bad lines. `true`: bad lines are passed over, and told of. Left out: `false`. */
  readonly skip_bad?: boolean | undefined
}

/** Get a customer (`getCustomer`): what it takes. */
export interface GetCustomerQuery {
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
}

/** Get a customer (`getCustomer`): what it gives. */
export interface GetCustomerAnswer {
  /** E-mail. As it stands in the newest order. */
  readonly email: string
  /** In the newest order. */
  readonly first_name: string
  /** In the newest order. */
  readonly last_name: string
  /** In the newest order. */
  readonly middle_name: string
  /** In the newest order. */
  readonly phone: string
  /** The shop's, as an ISO 4217 code. */
  readonly currency: string
  readonly totals: {
    /** All of the customer. */
    readonly orders: number
    /** What they ask for, in minor units. */
    readonly amount: number
    /** Paid and not returned. */
    readonly paid_orders: number
    /** What those ask for, in minor units. */
    readonly paid_amount: number
  }
  /** What has become of the orders; those that there are. */
  readonly statuses: readonly {
    /** What became of the order: `waiting` for payment, `paid`, `cancelled`, or `returned` after payment. */
    readonly status: 'waiting' | 'paid' | 'cancelled' | 'returned'
    readonly orders: number
    /** In minor units. */
    readonly amount: number
  }[]
  /** RFC 3339, UTC. */
  readonly first_order_at: string
  /** RFC 3339, UTC. */
  readonly last_order_at: string
  /** Newest first. */
  readonly orders: {
    readonly data: readonly Order[]
    /** Gets the next page as `?cursor=`; null: this is the last. */
    readonly next_cursor: string | null
  }
}

/** Get bills (`getBills`): what it takes. */
export interface GetBillsQuery {
  /** E-mail. The customer's e-mail address, in any case of letters. */
  readonly email: string
  /** Left out: all orders. */
  readonly status?: 'waiting' | 'paid' | 'cancelled' | 'returned' | undefined
}

/** Get bills (`getBills`): what it gives. */
export interface GetBillsAnswer {
  /** Bills. By number. */
  readonly data: readonly Bill[]
  readonly wire: GetBillsAnswer
}

/** List products (`listProducts`): what it takes. */
export interface ListProductsQuery {
  /** Search. Words that must all be there, each as a part of a word, in any case of letters. */
  readonly q?: string | undefined
  /** Left out: all. */
  readonly kind?: 'digital' | 'physical' | 'floating' | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Create a product (`createProduct`): what it takes. */
export interface CreateProductBody {
  /** What orders name it by; unique in the shop, and it stays as it is. Without commas. */
  readonly name: string
  /** What customers read, in one line. */
  readonly title: string
  /** In minor units. */
  readonly price: number
  /** `digital`, `physical` (sent by post) or `floating` (the buyer names the price). */
  readonly kind?: 'digital' | 'physical' | 'floating' | undefined
  /** Timer. After how many seconds an unpaid order of it cancels itself; null: never. */
  readonly timer_seconds?: number | null | undefined
  /** Least prepayment. The least that can be paid in part, in minor units; null: only all at once. */
  readonly prepayment_min?: number | null | undefined
  /**
   * Partner's fee. What the partner earns whose sale it is: an amount or a percentage; null: the partner's
   * own share.
   */
  readonly partner_fee?: {
    /** In minor units; 0: nothing. */
    readonly amount?: number | null | undefined
    /** Of what the item costs, above 0. */
    readonly percent?: number | null | undefined
  } | null | undefined
  /**
   * Second partner's fee. What whoever brought that partner earns: an amount or a percentage; null: nothing.
   */
  readonly second_partner_fee?: {
    /** In minor units; 0: nothing. */
    readonly amount?: number | null | undefined
    /** Of what the item costs, above 0. */
    readonly percent?: number | null | undefined
  } | null | undefined
  /**
   * Notification addresses. Where an old-style notification tells of each; null: nowhere; what is left out
   * stays.
   */
  readonly notify?: {
    readonly created?: string | null | undefined
    readonly paid?: string | null | undefined
    /** Paid in part. */
    readonly prepaid?: string | null | undefined
    readonly cancelled?: string | null | undefined
    readonly returned?: string | null | undefined
  } | undefined
}

/** Change a product (`updateProduct`): what it takes. */
export interface UpdateProductBody {
  /** What customers read, in one line. */
  readonly title?: string | undefined
  /** In minor units. */
  readonly price?: number | undefined
  /** `digital`, `physical` (sent by post) or `floating` (the buyer names the price). */
  readonly kind?: 'digital' | 'physical' | 'floating' | undefined
  /** Timer. After how many seconds an unpaid order of it cancels itself; null: never. */
  readonly timer_seconds?: number | null | undefined
  /** Least prepayment. The least that can be paid in part, in minor units; null: only all at once. */
  readonly prepayment_min?: number | null | undefined
  /**
   * Partner's fee. What the partner earns whose sale it is: an amount or a percentage; null: the partner's
   * own share.
   */
  readonly partner_fee?: {
    /** In minor units; 0: nothing. */
    readonly amount?: number | null | undefined
    /** Of what the item costs, above 0. */
    readonly percent?: number | null | undefined
  } | null | undefined
  /**
   * Second partner's fee. What whoever brought that partner earns: an amount or a percentage; null: nothing.
   */
  readonly second_partner_fee?: {
    /** In minor units; 0: nothing. */
    readonly amount?: number | null | undefined
    /** Of what the item costs, above 0. */
    readonly percent?: number | null | undefined
  } | null | undefined
  /**
   * Notification addresses. Where an old-style notification tells of each; null: nowhere; what is left out
   * stays.
   */
  readonly notify?: {
    readonly created?: string | null | undefined
    readonly paid?: string | null | undefined
    /** Paid in part. */
    readonly prepaid?: string | null | undefined
    readonly cancelled?: string | null | undefined
    readonly returned?: string | null | undefined
  } | undefined
}

/** Try a notification (`tryNotification`): what it takes. */
export interface TryNotificationBody {
  /** What the notification tells of. */
  readonly event: 'created' | 'paid' | 'prepaid' | 'cancelled' | 'returned'
  /** Address. Where to; left out: the product's address for this event or, where it has none, the shop's. */
  readonly url?: string | undefined
}

/** Try a notification (`tryNotification`): what it gives. */
export interface TryNotificationAnswer {
  /** Address. Where it was sent. */
  readonly url: string
  /** Whether a real one would count as delivered. */
  readonly delivered: boolean
  /** HTTP status; null: no answer. */
  readonly status: number | null
  /** Why it counts as not delivered. */
  readonly problem: string | null
  /** The beginning of what was answered. */
  readonly answer: string
  /** Took. Milliseconds until the answer, or until it was given up. */
  readonly took_ms: number
}

/** List coupons (`listCoupons`): what it takes. */
export interface ListCouponsQuery {
  /** Search. Words that must all be there, each as a part of a word, in any case of letters. */
  readonly q?: string | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Create a coupon (`createCoupon`): what it takes. */
export interface CreateCouponBody {
  /** What customers type, in any case of letters; unique in the shop. */
  readonly code: string
  /** Off each product that it covers, above 0; takes the amount's place. */
  readonly percent?: number | null | undefined
  /** Off each product that it covers, in minor units, above 0; takes the percentage's place. */
  readonly amount?: number | null | undefined
  /** The first moment at which it counts; null: since ever. */
  readonly valid_from?: string | Date | null | undefined
  /** The first moment at which it no longer counts; null: for ever. */
  readonly valid_until?: string | Date | null | undefined
  /**
   * What it covers: numbers, or names as text (or, where no product has that name, numbers as text). Empty:
   * all.
   */
  readonly products?: readonly (number | string)[] | undefined
  /** Login or number of whom orders with it are credited to; null: nobody. */
  readonly partner?: string | null | undefined
}

/** Change a coupon (`updateCoupon`): what it takes. */
export interface UpdateCouponBody {
  /** What customers type, in any case of letters; unique in the shop. */
  readonly code?: string | undefined
  /** Off each product that it covers, above 0; takes the amount's place. */
  readonly percent?: number | null | undefined
  /** Off each product that it covers, in minor units, above 0; takes the percentage's place. */
  readonly amount?: number | null | undefined
  /** The first moment at which it counts; null: since ever. */
  readonly valid_from?: string | Date | null | undefined
  /** The first moment at which it no longer counts; null: for ever. */
  readonly valid_until?: string | Date | null | undefined
  /**
   * What it covers: numbers, or names as text (or, where no product has that name, numbers as text). Empty:
   * all.
   */
  readonly products?: readonly (number | string)[] | undefined
  /** Login or number of whom orders with it are credited to; null: nobody. */
  readonly partner?: string | null | undefined
}

/** List partners (`listPartners`): what it takes. */
export interface ListPartnersQuery {
  /** Search. Words that must all be there, each as a part of a word, in any case of letters. */
  readonly q?: string | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Create a partner (`createPartner`): what it takes. */
export interface CreatePartnerBody {
  /** What orders name them by, in any case of letters; without spaces and commas. */
  readonly login: string
  /** Their share of items whose product sets no fee. */
  readonly percent?: number | undefined
  /** Login or number of whoever brought them; null: nobody. */
  readonly parent?: string | null | undefined
}

/** Change a partner (`updatePartner`): what it takes. */
export interface UpdatePartnerBody {
  /** What orders name them by, in any case of letters; without spaces and commas. */
  readonly login?: string | undefined
  /** Their share of items whose product sets no fee. */
  readonly percent?: number | undefined
  /** Login or number of whoever brought them; null: nobody. */
  readonly parent?: string | null | undefined
}

/** Get sales (`getSales`): what it takes. */
export interface GetSalesQuery {
  /** The first day; left out: 30 days with the last. */
  readonly from?: string | undefined
  /** The last day, included; left out: today. */
  readonly until?: string | undefined
}

/** List events (`listEvents`): what it takes. */
export interface ListEventsQuery {
  /** May be given several times: any of these. */
  readonly type?: readonly ('order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.test' | 'endpoint.failing' | 'endpoint.disabled')[] | undefined
  /** `-`: the last first. Left out: `-number`. */
  readonly sort?: 'number' | '-number' | undefined
  /** The id of an event: only what happened later. */
  readonly after?: string | undefined
  /** The id of an event: only what happened earlier. */
  readonly before?: string | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** List webhook endpoints (`listWebhookEndpoints`): what it gives. */
export interface ListWebhookEndpointsAnswer {
  readonly data: readonly WebhookEndpoint[]
  /** Gets the next page as `?cursor=`; null: this is the last. */
  readonly next_cursor: string | null
}

/** Create a webhook endpoint (`createWebhookEndpoint`): what it takes. */
export interface CreateWebhookEndpointBody {
  /** Address. Where events are sent: http or https, on the public internet. */
  readonly url: string
  /** What it is for, in one line. */
  readonly description?: string | undefined
  /** Of what it is told; null: of all that happens to orders and products, but not to endpoints. */
  readonly types?: readonly ('order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.failing' | 'endpoint.disabled')[] | null | undefined
}

/** Change a webhook endpoint (`updateWebhookEndpoint`): what it takes. */
export interface UpdateWebhookEndpointBody {
  /** Address. Where events are sent: http or https, on the public internet. */
  readonly url?: string | undefined
  /** What it is for, in one line. */
  readonly description?: string | undefined
  /** Of what it is told; null: of all that happens to orders and products, but not to endpoints. */
  readonly types?: readonly ('order.created' | 'order.paid' | 'order.prepaid' | 'order.cancelled' | 'order.returned' | 'order.sent' | 'order.deleted' | 'order.restored' | 'product.created' | 'product.updated' | 'product.deleted' | 'endpoint.failing' | 'endpoint.disabled')[] | null | undefined
  /** False: it is told nothing. */
  readonly enabled?: boolean | undefined
}

/** Rotate a webhook endpoint's secret (`rotateWebhookSecret`): what it takes. */
export interface RotateWebhookSecretBody {
  /** Overlap. For how many seconds the present secret signs, too; left out: a day. Left out: `86400`. */
  readonly overlap_seconds?: number | undefined
}

/** Redeliver what an endpoint has missed (`redeliverEvents`): what it takes. */
export interface RedeliverEventsBody {
  /** This moment included. */
  readonly from: string | Date
  /** This moment not included; left out: now. */
  readonly until?: string | Date | undefined
}

/** List deliveries (`listDeliveries`): what it takes. */
export interface ListDeliveriesQuery {
  /** Its number. */
  readonly endpoint?: number | undefined
  /** Its id: `evt_17`. */
  readonly event?: string | undefined
  /** The number of the order that they tell of. */
  readonly order?: number | undefined
  /** `pending`: on its way. `failed`: not tried any more. */
  readonly state?: 'pending' | 'delivered' | 'failed' | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Redeliver what has failed (`redeliverDeliveries`): what it takes. */
export interface RedeliverDeliveriesBody {
  /** This moment included. */
  readonly from: string | Date
  /** This moment not included; left out: now. */
  readonly until?: string | Date | undefined
}

/** List members (`listMembers`): what it takes. */
export interface ListMembersQuery {
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Change what a member may do (`updateMember`): what it takes. */
export interface UpdateMemberBody {
  /** Staff do the daily work; keys, tokens, settings and people are the owner’s. */
  readonly role: 'owner' | 'staff'
}

/** List invitations (`listInvitations`): what it takes. */
export interface ListInvitationsQuery {
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Invite somebody (`createInvitation`): what it takes. */
export interface CreateInvitationBody {
  /** E-mail. By which they will sign in. */
  readonly email: string
  /** Staff do the daily work; keys, tokens, settings and people are the owner’s. */
  readonly role: 'owner' | 'staff'
  /** Opens for. In seconds; left out: a week. Left out: `604800`. */
  readonly expires_in_seconds?: number | undefined
}

/** Invite somebody (`createInvitation`): what it gives. */
export interface CreateInvitationAnswer {
  /** By which it is withdrawn; it opens nothing. */
  readonly id: string
  /** E-mail. Empty: whoever opens the link says it. */
  readonly email: string
  /** Staff do the daily work; keys, tokens, settings and people are the owner’s. */
  readonly role: 'owner' | 'staff'
  /** RFC 3339, UTC. */
  readonly expires_at: string
  /**
   * Path of the link. It follows the address at which browsers find the installation. It is in this answer
   * only.
   */
  readonly link_path: string
}

/** List tokens (`listTokens`): what it takes. */
export interface ListTokensQuery {
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Create a token (`createToken`): what it takes. */
export interface CreateTokenBody {
  /** What you call it: the program it is for. */
  readonly name: string
  /**
   * What it may do; writing includes reading. Left out: what its maker may of reading orders, products,
   * coupons, partners, statistics, events and settings.
   */
  readonly scopes?: readonly ('orders:read' | 'orders:write' | 'products:read' | 'products:write' | 'coupons:read' | 'coupons:write' | 'partners:read' | 'partners:write' | 'statistics:read' | 'events:read' | 'webhooks:read' | 'webhooks:write' | 'members:read' | 'members:write' | 'tokens:read' | 'tokens:write' | 'audit:read' | 'requests:read' | 'shop:read' | 'shop:write' | 'shop:key' | 'orders:export' | 'mcp' | 'mcp:contacts')[] | undefined
  /** Addresses and CIDR ranges that it may be used from; empty: any. Left out: its maker's. */
  readonly allowed_addresses?: readonly string[] | undefined
  /** When it ends; null: it does not end by itself. Left out: when its maker does. */
  readonly expires_at?: string | Date | null | undefined
}

/** List who changed what (`listAudit`): what it takes. */
export interface ListAuditQuery {
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** List what was asked lately (`listRequests`): what it takes. */
export interface ListRequestsQuery {
  /** Function. Its name, as «GetBills» or «listOrders». */
  readonly operation?: string | undefined
  /** Refused: by a mistake of the caller; failed: by one of the server. */
  readonly outcome?: 'ok' | 'refused' | 'failed' | undefined
  /** The most entries that the answer may have; left out: 50. */
  readonly limit?: number | undefined
  /** `next_cursor` of the page before; left out: the first page. */
  readonly cursor?: string | undefined
}

/** Change the shop's settings (`updateShop`): what it takes. */
export interface UpdateShopBody {
  /** Its name for customers, in one line; null: its login. */
  readonly title?: string | null | undefined
  /** Of what customers see. */
  readonly language?: 'en' | 'ru' | undefined
  /** Of days and times: an IANA name like `Europe/Berlin`. */
  readonly time_zone?: string | undefined
  /** Of all sums, which stay as they are: an ISO 4217 code. */
  readonly currency?: string | undefined
  /**
   * Payment address. Where customers pay, with `{number}`, `{sum}`, `{email}`, `{token}` of the order; null:
   * nowhere.
   */
  readonly payment_url?: string | null | undefined
  /**
   * Notification addresses. Where an old-style notification tells of each; null: nowhere; what is left out
   * stays.
   */
  readonly notify?: {
    readonly created?: string | null | undefined
    readonly paid?: string | null | undefined
    /** Paid in part. */
    readonly prepaid?: string | null | undefined
    readonly cancelled?: string | null | undefined
    readonly returned?: string | null | undefined
  } | undefined
  /** Whether answers may be some seconds old, as a copy of the database gives them. */
  readonly stale_reads?: boolean | undefined
  /**
   * Addresses and CIDR ranges that may call its APIs, the whole list; empty: all. Whoever leaves out their
   * own cannot call any more.
   */
  readonly allowed_addresses?: readonly string[] | undefined
}

/** Make the shop's key anew (`rotateShopKey`): what it takes. */
export interface RotateShopKeyBody {
  /**
   * Overlap. How many seconds the present key still works: a week, if nothing is said; 0: it stops at once.
   * Left out: `604800`.
   */
  readonly overlap_seconds?: number | undefined
}
