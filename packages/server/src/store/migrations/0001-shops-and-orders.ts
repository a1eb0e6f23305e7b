import type { Migration } from '../migration.ts'

/**
 * Every primary key of a shop's data begins with the shop. `bills` is the table of the hot look-up: its rows lie on
 * disk in the order of shop and customer, so that one customer's answer is on one page (`bench/README.md`).
 */
export const shopsAndOrders: Migration = {
  number: 1,
  name: 'shops-and-orders',
  statements: ({ integer, clustered }) => [
    `create table shops (
      id ${integer} primary key,
      login text not null,
      login_key text not null unique,
      api_key text not null,
      previous_key text,
      previous_key_until ${integer},
      api_enabled ${integer} not null,
      allowed_addresses text not null,
      time_zone text not null,
      currency text not null,
      next_order ${integer} not null,
      created ${integer} not null
    )`,
    `create table shop_domains (
      host text not null,
      shop_id ${integer} not null,
      primary key (host)
    ) ${clustered}`,
    `create table products (
      shop_id ${integer} not null,
      number ${integer} not null,
      name text not null,
      title text not null,
      price ${integer} not null,
      primary key (shop_id, number),
      unique (shop_id, name)
    ) ${clustered}`,
    `create table orders (
      shop_id ${integer} not null,
      number ${integer} not null,
      email text not null,
      pay_status text not null,
      created ${integer} not null,
      paid ${integer},
      is_recurrent ${integer} not null,
      first_name text not null,
      last_name text not null,
      middle_name text not null,
      phone text not null,
      city text not null,
      country text not null,
      address text not null,
      region text not null,
      postalcode text not null,
      payway text not null,
      comment text not null,
      domain text not null,
      tag text not null,
      kupon text not null,
      utm_medium text not null,
      utm_source text not null,
      utm_campaign text not null,
      utm_content text not null,
      utm_term text not null,
      primary key (shop_id, number)
    ) ${clustered}`,
    `create table order_items (
      shop_id ${integer} not null,
      number ${integer} not null,
      position ${integer} not null,
      product ${integer} not null,
      name text not null,
      title text not null,
      sum ${integer} not null,
      price ${integer} not null,
      primary key (shop_id, number, position)
    ) ${clustered}`,
    `create table bills (
      shop_id ${integer} not null,
      email_key text not null,
      number ${integer} not null,
      pay_status text not null,
      answer text not null,
      primary key (shop_id, email_key, number)
    ) ${clustered}`,
  ],
}
