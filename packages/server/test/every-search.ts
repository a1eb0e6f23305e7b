import type { OrderSearch } from '../src/store/orders/search-filter.ts'
import type { ShopStore } from '../src/store/store.ts'
import { everything } from './searches.ts'

const conditions: readonly Partial<OrderSearch>[] = [
  {},
  { number: 1 },
  { email: 'b1@example.com' },
  { statuses: ['waiting', 'paid'] },
  { product: '7' },
  { tag: 't' },
  { text: 'nobody' },
  { deleted: true },
  { created: { from: 5, until: 9 } },
  { paid: { from: 5, until: 9 } },
  { created: { from: 5, until: undefined }, paid: { from: undefined, until: 9e15 } },
]

const searches = (['created', 'number', 'paid'] as const).flatMap((by) =>
  [true, false].flatMap((descending) =>
    conditions.map((condition) => ({ ...everything, ...condition, sort: { by, descending } })),
  ),
)

/** One of each kind, with every sort, two pages of it, to see which statements that takes. */
export async function everySearch(shop: ShopStore): Promise<void> {
  for (const search of searches) {
    for (const few of [0, 2_000]) {
      const page = { limit: 10, effort: { lookedAt: 20, few } }
      const first = await shop.orders.search(search, { ...page, cursor: undefined })
      if (first?.next !== null) await shop.orders.search(search, { ...page, cursor: first?.next })
    }
  }
}
