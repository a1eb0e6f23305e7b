import type { Migration } from '../migration.ts'

/** Who changed what. Of what was changed before there is no row: the chain of a shop that is there begins empty. */
export const audit: Migration = {
  number: 7,
  name: 'audit',
  statements: ({ integer, clustered }) => [
    `create table audit (
      shop_id ${integer} not null,
      number ${integer} not null,
      at ${integer} not null,
      face text not null,
      actor text not null,
      address text not null,
      action text not null,
      subject text not null,
      details text not null,
      hash text not null,
      primary key (shop_id, number)
    ) ${clustered}`,
    `alter table counters add column next_audit ${integer} not null default 1`,
  ],
}
