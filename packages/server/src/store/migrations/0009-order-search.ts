import type { Migration } from '../migration.ts'

/**
 * For searches: orders by a tag, which may be somebody's own number of the order, and those that were deleted. An order
 * without a tag that is there is in neither, so that what most orders cost does not change.
 */
export const orderSearch: Migration = {
  number: 9,
  name: 'order-search',
  statements: () => [
    `create index orders_by_tag on orders (shop_id, tag, number) where tag <> ''`,
    'create index orders_deleted on orders (shop_id, number) where deleted is not null',
  ],
}
