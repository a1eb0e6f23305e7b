/** The tables, as Kysely sees them. Money is in minor units of the shop's currency, times are Unix milliseconds UTC. */
import type { ColumnType, Generated } from 'kysely'
import type { OrderTexts, PayStatus } from '../rules/order.ts'

type Immutable<Type> = ColumnType<Type, Type, never>

export interface ShopsTable {
  id: Generated<number>
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
  /** The number the shop's next order gets. */
  next_order: number
  created: Immutable<number>
}

export interface ShopDomainsTable {
  /** Lower case, without port. */
  host: Immutable<string>
  shop_id: Immutable<number>
}

export interface ProductsTable {
  shop_id: Immutable<number>
  number: Immutable<number>
  name: string
  title: string
  price: number
}

export interface OrdersTable extends OrderTexts {
  shop_id: Immutable<number>
  number: Immutable<number>
  email: string
  pay_status: PayStatus
  created: number
  paid: number | null
  is_recurrent: 0 | 1
  utm_medium: string
  utm_source: string
  utm_campaign: string
  utm_content: string
  utm_term: string
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

export interface Tables {
  shops: ShopsTable
  shop_domains: ShopDomainsTable
  products: ProductsTable
  orders: OrdersTable
  order_items: OrderItemsTable
  bills: BillsTable
}
