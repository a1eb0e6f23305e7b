import type { Migration } from '../migration.ts'
import { fillDuplicateKeys } from './0002-duplicate-keys.ts'

/**
 * What the order API writes: payments, coupons, partners, and what happened (`events`) with whom to tell (`deliveries`),
 * both written in the order's own transaction. `jobs` says which shop has something to do when, so that a process finds
 * its work without looking through the shops.
 */
export const orderApi: Migration = {
  number: 2,
  name: 'order-api',
  fill: fillDuplicateKeys,
  statements: ({ integer, clustered }) => [
    ...['language', 'title', 'payment_url', ...notifyColumns].map(
      (column) => `alter table shops add column ${column} text not null default '${column === 'language' ? 'en' : ''}'`,
    ),
    ...['next_event', 'next_product', 'next_coupon', 'next_partner'].map(
      (column) => `alter table shops add column ${column} ${integer} not null default 1`,
    ),
    'update shops set next_product = coalesce((select max(number) + 1 from products where shop_id = shops.id), 1)',

    `alter table products add column kind text not null default 'digital'`,
    `alter table products add column timer_ms ${integer}`,
    `alter table products add column prepayment_min ${integer}`,
    ...notifyColumns.map((column) => `alter table products add column ${column} text not null default ''`),
    `alter table products add column fees text not null default '[null,null]'`,
    `alter table products add column extra text not null default '{}'`,

    ...['cancel_at', 'sent_at', 'deleted'].map((column) => `alter table orders add column ${column} ${integer}`),
    `alter table orders add column rpo text not null default ''`,
    `alter table orders add column extra text not null default '{}'`,
    'alter table orders add column duplicate_key text',
    'alter table orders add column retry_key text',
    `alter table order_items add column kind text not null default 'digital'`,
    `alter table order_items add column pincode text not null default ''`,
    `alter table order_items add column partners text not null default '[]'`,

    'create index orders_by_created on orders (shop_id, created, number)',
    'create index orders_by_paid on orders (shop_id, paid, number) where paid is not null',
    'create index orders_to_cancel on orders (shop_id, cancel_at) where cancel_at is not null',
    'create index orders_by_duplicate_key on orders (shop_id, duplicate_key) where duplicate_key is not null',
    'create index orders_by_retry_key on orders (shop_id, retry_key) where retry_key is not null',

    `create table payments (
      shop_id ${integer} not null,
      number ${integer} not null,
      position ${integer} not null,
      sum ${integer} not null,
      at ${integer} not null,
      payway text not null,
      primary key (shop_id, number, position)
    ) ${clustered}`,
    `create table coupons (
      shop_id ${integer} not null,
      number ${integer} not null,
      code text not null,
      code_key text not null,
      basis_points ${integer},
      sum ${integer},
      valid_from ${integer},
      valid_until ${integer},
      products text not null,
      partner ${integer},
      primary key (shop_id, number),
      unique (shop_id, code_key)
    ) ${clustered}`,
    `create table partners (
      shop_id ${integer} not null,
      number ${integer} not null,
      login text not null,
      login_key text not null,
      basis_points ${integer} not null,
      parent ${integer},
      primary key (shop_id, number),
      unique (shop_id, login_key)
    ) ${clustered}`,
    `create table events (
      shop_id ${integer} not null,
      number ${integer} not null,
      type text not null,
      order_number ${integer} not null,
      at ${integer} not null,
      data text not null,
      primary key (shop_id, number)
    ) ${clustered}`,
    'create index events_by_order on events (shop_id, order_number, number)',
    `create table deliveries (
      shop_id ${integer} not null,
      event ${integer} not null,
      position ${integer} not null,
      order_number ${integer} not null,
      url text not null,
      origin text not null,
      state text not null,
      attempts ${integer} not null,
      due_at ${integer},
      last_at ${integer},
      last_status ${integer},
      last_problem text not null,
      last_answer text not null,
      primary key (shop_id, event, position)
    ) ${clustered}`,
    `create index deliveries_due on deliveries (shop_id, origin, due_at) where due_at is not null`,
    `create index deliveries_pending on deliveries (shop_id, order_number, origin, event) where state = 'pending'`,
    `create index deliveries_failed on deliveries (shop_id, event, position) where state = 'failed'`,
    `create table jobs (
      shop_id ${integer} not null,
      kind text not null,
      due_at ${integer} not null,
      lease text not null,
      leased_until ${integer} not null,
      primary key (shop_id, kind)
    ) ${clustered}`,
    'create index jobs_due on jobs (due_at)',
  ],
}

const notifyColumns = ['created', 'paid', 'prepaid', 'cancelled', 'returned'].map((name) => `notify_${name}`)
