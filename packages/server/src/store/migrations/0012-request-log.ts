import type { Migration } from '../migration.ts'

/** What was asked of each shop lately, and how it went. */
export const requestLog: Migration = {
  number: 12,
  name: 'request-log',
  statements: ({ integer, clustered }) => [
    `alter table counters add column next_request ${integer} not null default 1`,
    `create table request_log (
      shop_id ${integer} not null,
      number ${integer} not null,
      at ${integer} not null,
      face text not null,
      operation text not null,
      outcome text not null,
      code text not null,
      status ${integer} not null,
      micros ${integer} not null,
      address text not null,
      caller text not null,
      fault text not null,
      skipped ${integer} not null,
      primary key (shop_id, number)
    ) ${clustered}`,
  ],
}
