/** All tables, with their primary keys: what a copy goes by. A test compares the list with what databases really have. */
import type { Tables } from '../schema.ts'

type Keys = { readonly [Name in keyof Tables]: readonly (string & keyof Tables[Name])[] }

/**
 * In the order in which they are copied: shops last, so that nobody is served who is not there as a whole, and right
 * before them what there is to do for them.
 */
export const primaryKeys: Keys = {
  counters: ['shop_id'],
  shop_domains: ['host'],
  products: ['shop_id', 'number'],
  coupons: ['shop_id', 'number'],
  partners: ['shop_id', 'number'],
  orders: ['shop_id', 'number'],
  order_items: ['shop_id', 'number', 'position'],
  payments: ['shop_id', 'number', 'position'],
  bills: ['shop_id', 'email_key', 'number'],
  endpoints: ['shop_id', 'number'],
  events: ['shop_id', 'number'],
  deliveries: ['shop_id', 'event', 'position'],
  api_tokens: ['shop_id', 'number'],
  idempotency_keys: ['shop_id', 'token', 'key'],
  audit: ['shop_id', 'number'],
  request_log: ['shop_id', 'number'],
  users: ['id'],
  sessions: ['id'],
  credentials: ['id'],
  verifications: ['id'],
  two_factors: ['id'],
  members: ['shop_id', 'user_id'],
  invitations: ['token_hash'],
  jobs: ['shop_id', 'kind'],
  shops: ['id'],
}

export interface Table {
  readonly name: string
  readonly key: readonly string[]
  /** The column that says whose a row is. */
  readonly shop: string
  readonly columns: readonly string[]
}
