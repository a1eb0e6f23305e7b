import type { Migration } from '../migration.ts'

/** Whether a shop takes answers that may be some seconds old, as a copy of the database gives them. */
export const staleReads: Migration = {
  number: 4,
  name: 'stale-reads',
  statements: ({ integer }) => [`alter table shops add column stale_reads ${integer} not null default 0`],
}
