import type { Migration } from '../migration.ts'

const counters = ['next_order', 'next_event', 'next_product', 'next_coupon', 'next_partner'] as const

/**
 * Parts the numbers that a shop gives out from what is known of it: they change with every order, and lie with the
 * shop's data when shops are spread over machines; the list of shops changes seldom, and is everywhere.
 */
export const ownCounters: Migration = {
  number: 3,
  name: 'counters',
  statements: ({ integer, clustered }) => [
    `create table counters (
      shop_id ${integer} not null,
      ${counters.map((name) => `${name} ${integer} not null default 1`).join(', ')},
      primary key (shop_id)
    ) ${clustered}`,
    `insert into counters (shop_id, ${counters.join(', ')}) select id, ${counters.join(', ')} from shops`,
    ...counters.map((name) => `alter table shops drop column ${name}`),
  ],
}
