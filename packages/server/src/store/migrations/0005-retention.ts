import type { Migration } from '../migration.ts'

const minutesPerDay = 1_440

/**
 * Up to which event a shop's old events have lost their content, and a job a shop that sees to it once a day: spread
 * over the day, so that the first of them do not come all at once.
 */
export const retention: Migration = {
  number: 5,
  name: 'retention',
  statements: ({ integer, now }) => [
    `alter table counters add column emptied_events ${integer} not null default 0`,
    `insert into jobs (shop_id, kind, due_at, lease, leased_until) ` +
      `select id, 'retention', ${now} + id % ${minutesPerDay} * 60000, '', 0 from shops`,
  ],
}
