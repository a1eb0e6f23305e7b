import type { Migration } from '../migration.ts'

/** Tokens of API v1, and the answers that its writes were given, for whoever repeats one. */
export const apiV1: Migration = {
  number: 6,
  name: 'api-v1',
  statements: ({ integer, clustered }) => [
    `alter table counters add column next_token ${integer} not null default 1`,
    `create table api_tokens (
      shop_id ${integer} not null,
      number ${integer} not null,
      name text not null,
      hash text not null,
      scopes text not null,
      allowed_addresses text not null,
      created ${integer} not null,
      expires ${integer},
      revoked ${integer},
      last_used ${integer},
      last_address text not null,
      primary key (shop_id, number)
    ) ${clustered}`,
    `create table idempotency_keys (
      shop_id ${integer} not null,
      token ${integer} not null,
      key text not null,
      request text not null,
      status ${integer} not null,
      answer text not null,
      at ${integer} not null,
      primary key (shop_id, token, key)
    ) ${clustered}`,
    'create index idempotency_keys_by_time on idempotency_keys (shop_id, at)',
  ],
}
