/** Searches among orders, and what a plain filter makes of them. */
import fc from 'fast-check'
import { emailKey } from '../src/rules/email.ts'
import { type Order, payStatuses } from '../src/rules/order.ts'
import type { PageWanted } from '../src/store/orders/search.ts'
import type { OrderSearch, Sort } from '../src/store/orders/search-filter.ts'
import type { ShopStore } from '../src/store/store.ts'
import { orderOf, training } from './orders.ts'

const always = { from: undefined, until: undefined }

/** Finds every order that is there, the newest first. */
export const everything: OrderSearch = {
  number: undefined,
  email: undefined,
  statuses: [],
  product: undefined,
  tag: undefined,
  created: always,
  paid: always,
  text: '',
  deleted: false,
  sort: { by: 'created', descending: true },
}

/** Few of each, so that many orders have the same and each search finds some. */
const emails = ['anna@example.com', 'Anna@Example.com', 'борис@пример.рф', 'БОРИС@пример.рф', 'c@d.example']
const names = ['Anna', 'ANNA', 'Ёлка', 'ёлка', '']
const tags = ['', '', 'a', 'A', 'b']
const instant = fc.integer({ min: 0, max: 30 })

const anyOrder = fc
  .record({
    email: fc.constantFrom(...emails),
    first_name: fc.constantFrom(...names),
    last_name: fc.constantFrom(...names),
    phone: fc.constantFrom('', '+7 (900) 123-45-67', '79001234567'),
    tag: fc.constantFrom(...tags),
    pay_status: fc.constantFrom(...payStatuses),
    created: instant,
    paid: fc.option(instant),
    product: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ product, ...changes }) => orderOf({ ...changes, items: [{ ...training, product, name: `p${product}` }] }))

export const anyShop = fc
  .array(anyOrder, { minLength: 150, maxLength: 150, size: 'max' })
  .map((orders) => orders.map((order, index) => ({ ...order, number: 1_000 + index * 7 })))
  .chain((orders) =>
    fc.record({
      orders: fc.constant(orders),
      deleted: fc.subarray(
        orders.map(({ number }) => number),
        { maxLength: 15 },
      ),
    }),
  )

/** Most often nothing: of several conditions together little is left. */
function seldom<Value>(...values: readonly Value[]): fc.Arbitrary<Value | undefined> {
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...values) },
  )
}

const anyInterval = fc.record({ from: seldom(0, 5, 10, 20), until: seldom(10, 20, 25, 31) })

export const anySearch: fc.Arbitrary<OrderSearch> = fc.record({
  number: fc.oneof({ weight: 20, arbitrary: fc.constant(undefined) }, fc.constantFrom(1_000, 1_007, 1_070, 3)),
  email: seldom(...emails, 'nobody@example.com'),
  statuses: fc.oneof(fc.constant([]), fc.subarray([...payStatuses])),
  product: seldom('1', 'p2', 'p3', 'nothing'),
  tag: seldom('a', 'A', 'b', 'c'),
  created: anyInterval,
  paid: anyInterval,
  text: fc.constantFrom('', '', '', 'anna', 'ёлк АННА', 'ЁЛКА', 'пример', '90012', '+7 (900) 123', '100', 'exam anna'),
  deleted: fc.boolean(),
  sort: fc.record({ by: fc.constantFrom('created', 'number', 'paid'), descending: fc.boolean() }),
})

/** In the plainest way, without an index and piece by piece. */
export function fits(order: Order, search: OrderSearch, isDeleted: boolean): boolean {
  const { number, email, statuses, product, tag, created, paid, text, deleted, sort } = search
  return (
    isDeleted === deleted &&
    (number === undefined || order.number === number) &&
    (email === undefined || emailKey(order.email) === emailKey(email)) &&
    (statuses.length === 0 || statuses.includes(order.pay_status)) &&
    (product === undefined || order.items.some((item) => [String(item.product), item.name].includes(product))) &&
    (tag === undefined || order.tag === tag) &&
    isWithin(order.created, created) &&
    isWithin(order.paid, paid) &&
    (sort.by !== 'paid' || order.paid !== null) &&
    hasAll(order, text)
  )
}

function isWithin(time: number | null, { from, until }: OrderSearch['created']): boolean {
  if (from === undefined && until === undefined) return true
  return time !== null && (from === undefined || time >= from) && (until === undefined || time < until)
}

function hasAll({ number, email, first_name, last_name, phone }: Order, text: string): boolean {
  const said = [number, email, first_name, last_name, phone].join('\n').toLowerCase()
  const digits = phone.replaceAll(/\D/g, '')
  return text
    .toLowerCase()
    .split(' ')
    .every((word) => said.includes(word) || (/^\d{3,}$/.test(word) && digits.includes(word)))
}

export function sorted(orders: readonly Order[], { by, descending }: Sort): readonly number[] {
  const sign = descending ? -1 : 1
  return orders
    .toSorted((a, b) => sign * (a[by] === b[by] ? a.number - b.number : Number(a[by]) - Number(b[by])))
    .map(({ number }) => number)
}

/** All pages, one after the other; `between` runs after each. */
export async function numbersFound(
  shop: ShopStore,
  search: OrderSearch,
  wanted: Omit<PageWanted, 'cursor'>,
  between: () => Promise<unknown> = async () => undefined,
): Promise<readonly number[]> {
  const numbers: number[] = []
  let cursor: string | undefined
  for (;;) {
    const page = await shop.orders.search(search, { ...wanted, cursor })
    if (page === undefined) throw new Error('The cursor of a page was not taken.')
    if (page.orders.length > wanted.limit) throw new Error('A page has more orders than were asked for.')
    numbers.push(...page.orders.map(({ number }) => number))
    if (page.next === null) return numbers
    cursor = page.next
    await between()
  }
}
