import type { Migration } from '../migration.ts'

/**
 * A tag has up to 10,000 characters, and PostgreSQL refuses a row of which an index would take more than 2,704 bytes:
 * the order was lost. So its start is in the index only.
 */
export const longTags: Migration = {
  number: 11,
  name: 'long-tags',
  statements: () => [
    'drop index orders_by_tag',
    `create index orders_by_tag on orders (shop_id, substr(tag, 1, 200), number) where tag <> ''`,
  ],
}
