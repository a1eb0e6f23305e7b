import type { Migration } from '../migration.ts'

/**
 * Endpoints, which are told of events by Standard Webhooks. As some events are about products or endpoints, what was an
 * event's order becomes its `subject`: an order's number, minus a product's, or 0.
 */
export const endpoints: Migration = {
  number: 10,
  name: 'endpoints',
  statements: ({ integer, clustered }) => [
    'alter table events rename column order_number to subject',
    'alter table deliveries rename column order_number to subject',
    `alter table deliveries add column endpoint ${integer}`,
    `create index deliveries_of_endpoint on deliveries (shop_id, endpoint, event, position) where endpoint is not null`,
    `create index deliveries_to_endpoint on deliveries (shop_id, endpoint, event) where endpoint is not null and state = 'pending'`,
    `alter table counters add column next_endpoint ${integer} not null default 1`,
    `create table endpoints (
      shop_id ${integer} not null,
      number ${integer} not null,
      url text not null,
      description text not null,
      types text,
      secret text not null,
      previous_secret text,
      previous_until ${integer},
      disabled_reason text,
      disabled_at ${integer},
      failing_since ${integer},
      warnings ${integer} not null,
      warned_at ${integer},
      redeliver_after ${integer},
      redeliver_before ${integer},
      created ${integer} not null,
      primary key (shop_id, number)
    ) ${clustered}`,
  ],
}
