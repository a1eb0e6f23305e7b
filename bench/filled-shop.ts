/** Shops of any size on PostgreSQL, filled by the database itself: rows as CreateOrder and a payment leave them, but for the audit. */
import { mkdirSync } from 'node:fs'
import { plainProduct, type Product } from '../packages/server/src/rules/product.ts'
import { openStore } from '../packages/server/src/store/open.ts'
import { runSql } from '../packages/server/test/postgres.ts'
import { tester } from '../packages/server/test/tester.ts'
import { customersOf, key, login, products, titles } from './data.ts'

const firstOrder = 100_000
/** In milliseconds: how far one order is from the next, and its payment from it. */
const apartMs = 10_000
export const paidAfterMs = 5_000
const begin = 1_600_000_000_000

/** Makes the tables and a shop with so many orders in an empty database, its key in a new data folder; gives seconds. */
export async function fillShop(dataDir: string, url: string, orders: number): Promise<number> {
  mkdirSync(dataDir, { recursive: true })
  const store = await openStore({ dataDir, database: url, clock: Date.now })
  const { id } = await store.shops.create(login, tester, { key })
  const shop = store.forShop(id, tester)
  for (let number = 0; number < products; number += 1) await shop.products.add(productOf(number))
  await store.close()
  const start = performance.now()
  // A table each, at the same time: a machine has several cores, and a statement one.
  await Promise.all(fills(id, orders).map(async (statements) => runSql(url, transactionOf(statements))))
  const seconds = (performance.now() - start) / 1_000
  await runSql(url, 'vacuum analyze')
  return seconds
}

export function productOf(number: number): Omit<Product, 'number'> {
  return { ...plainProduct, name: `course${number}`, title: titleOf(number), priceMinor: 200_000 }
}

function titleOf(number: number): string {
  return `${titles[number % titles.length]} ${number}`
}

function transactionOf(statements: readonly string[]): string {
  return ['begin', `set local maintenance_work_mem = '1GB'`, 'set local jit = off', ...statements, 'commit'].join(';\n')
}

/** Seven of ten are paid: so an order's events have numbers that need not be counted. */
const paidOfTen = 7

/**
 * Of each table. It is emptied first, as with `wal_level = minimal` the log of changes has nothing of what comes into a
 * table that was emptied in the same transaction. Indexes whose order is not that of the rows are made at the end: ten
 * million places at random would take an hour.
 */
function fills(shopId: number, orders: number): readonly (readonly string[])[] {
  const events = orders + Math.floor(orders / 10) * paidOfTen + Math.min(orders % 10, paidOfTen)
  const each = base(orders)
  return [
    [
      'truncate orders',
      'drop index orders_by_duplicate_key',
      `insert into orders (shop_id, number, email, pay_status, created, paid, cancel_at, sent_at, rpo, is_recurrent,
         ${Object.keys(texts).join(', ')}, utm_medium, utm_source, utm_campaign, utm_content, utm_term, extra, deleted,
         duplicate_key, retry_key)
       select ${shopId}, number, email, ${status}, created, paid, null, null, '', 0,
         ${Object.values(texts).join(', ')}, 'cpc', 'news', '', '', '', '{}', null,
         translate(rtrim(encode(sha256(convert_to(email || E'\n' || ${contents}, 'UTF8')), 'base64'), '='), '+/', '-_'), null
       from ${each}`,
      'create index orders_by_duplicate_key on orders (shop_id, duplicate_key) where duplicate_key is not null',
    ],
    [
      'truncate order_items',
      `insert into order_items (shop_id, number, position, product, name, title, sum, price, kind, pincode, partners)
       select ${shopId}, number, position, product + 1, 'course' || product, ${ofProduct('product', titleOf)}, ${sum}, 200000,
         'digital', '', '[]'
       from ${each}, lateral (values (0, first), (1, second)) as items (position, product) where product is not null`,
    ],
    [
      'truncate payments',
      `insert into payments (shop_id, number, position, sum, at, payway)
       select ${shopId}, number, 0, ${total}, paid, 'card' from ${each} where is_paid`,
    ],
    [
      'truncate bills',
      'alter table bills drop constraint bills_pkey',
      `insert into bills (shop_id, email_key, number, pay_status, answer)
       select ${shopId}, email, number, ${status}, ${answer} from ${each}`,
      'alter table bills add primary key (shop_id, email_key, number)',
    ],
    [
      // That the products were made is there already.
      'create temporary table kept on commit drop as select * from events',
      'truncate events',
      'insert into events select * from kept',
      `insert into events (shop_id, number, type, subject, at, data)
       select ${shopId}, first_event + step, case step when 0 then 'order.created' else 'order.paid' end, number,
         created + step * ${paidAfterMs}, ${data}
       from ${each}, generate_series(0, case when is_paid then 1 else 0 end) as step`,
    ],
    [
      `update counters set next_order = ${firstOrder + orders}, next_event = next_event + ${events} where shop_id = ${shopId}`,
    ],
  ]
}

/** An order a row. The same ones each time; customers and products are scattered over them. */
function base(orders: number): string {
  return `(select ${firstOrder} + i as number, 'customer' || ${chosen(1, customersOf(orders))} || '@example.com' as email,
      ${begin} + i * ${apartMs} as created, i % 10 < ${paidOfTen} as is_paid,
      case when i % 10 < ${paidOfTen} then ${begin} + i * ${apartMs} + ${paidAfterMs} end as paid,
      (${chosen(2, products)})::integer as first,
      case ${chosen(3, 2)} when 0 then (${chosen(4, products)})::integer end as second,
      i + i / 10 * ${paidOfTen} + least(i % 10, ${paidOfTen}) + 1 + ${products} as first_event
    from generate_series(0::bigint, ${orders - 1}) as i) as each`
}

/** A number from 0 up to `of`, as good as random, the same one each time for an order. */
function chosen(seed: number, of: number): string {
  return `(hashint8extended(i, ${seed}) & 4503599627370495) % ${of}`
}

const sum = 150_000
const total = `${sum} * (1 + (second is not null)::integer)`
const status = `case when is_paid then 'paid' else 'waiting' end`

const texts: Readonly<Record<string, string>> = {
  first_name: `'Anna'`,
  last_name: `'Ivanova'`,
  middle_name: `''`,
  phone: `'+79000000000'`,
  city: `''`,
  country: `''`,
  address: `''`,
  region: `''`,
  postalcode: `''`,
  payway: `case when is_paid then 'card' else '' end`,
  comment: `''`,
  domain: `''`,
  tag: `''`,
  kupon: `''`,
}

/** A text of each product, made here, as the database would make the same ones again and again. */
function ofProduct(product: string, textOf: (number: number) => string): string {
  const all = Array.from({ length: products }, (_, number) => `'${textOf(number)}'`)
  return `(array[${all.join(', ')}])[${product} + 1]`
}

/** What `duplicateKey` is of: sorted as texts, so `10:` before `2:`. */
const contentOf = (product: string): string => ofProduct(product, (number) => `${number + 1}:${sum}`)
const contents = `case when second is null then ${contentOf('first')}
  else least(${contentOf('first')} collate "C", ${contentOf('second')}) || E'\n'
    || greatest(${contentOf('first')} collate "C", ${contentOf('second')}) end`

/** As `billAnswer` has it: products ascend, and one that is there twice is once. */
const memberOf = (product: string): string =>
  ofProduct(product, (number) => `"${number + 1}":{"good_name":"course${number}","good_title":"${titleOf(number)}"}`)
const answer = `'"' || number || '":{' || case when second is null or second = first then ${memberOf('first')}
  else ${memberOf('least(first, second)')} || ',' || ${memberOf('greatest(first, second)')} end || '}'`

/** The order as JSON, right after it was taken (step 0) or paid (step 1). */
const itemOf = (product: string): string =>
  ofProduct(product, (number) =>
    JSON.stringify({
      product: number + 1,
      name: `course${number}`,
      title: titleOf(number),
      sumMinor: sum,
      priceMinor: 200_000,
      kind: 'digital',
      pincode: '',
      partners: [],
    }),
  )
const data = `concat('{"number":', number, ',"email":"', email, '","pay_status":"', case step when 1 then 'paid' else 'waiting' end,
  '","created":', created, ',"paid":', case step when 1 then paid::text else 'null' end,
  ',"cancel_at":null,"sent_at":null,"rpo":"","is_recurrent":false,"first_name":"Anna","last_name":"Ivanova","middle_name":"",'
  '"phone":"+79000000000","city":"","country":"","address":"","region":"","postalcode":"","payway":"',
  case step when 1 then 'card' else '' end,
  '","comment":"","domain":"","tag":"","kupon":"","utm":{"medium":"cpc","source":"news","campaign":"","content":"","term":""},'
  '"extra":{},"items":[', ${itemOf('first')}, ',' || ${itemOf('second')}, '],"payments":[',
  case step when 1 then concat('{"sumMinor":', ${total}, ',"at":', paid, ',"payway":"card"}') end, ']}')`
