import { expect, test } from 'vitest'
import { offenceIn } from './rules.ts'

const good: readonly (string | readonly [text: string, values: readonly unknown[]])[] = [
  'begin',
  'begin; select 1 from counters where shop_id = 7 for update',
  'select * from "orders" where "shop_id" = $1 and "number" in ($2, $3) order by "number"',
  'select * from orders where (shop_id = $1 and number = $2) and (paid is null or paid > $3)',
  'select * from orders where $1::bigint = orders.shop_id',
  'select o.number from orders as o inner join events as e on e.shop_id = o.shop_id and e.subject = o.number where o.shop_id = $1',
  'select o.number from orders o inner join events e on e.shop_id = $1 and e.subject = o.number where o.shop_id = $1',
  'select number from orders where shop_id = $1 and exists (select 1 from order_items where order_items.shop_id = orders.shop_id)',
  'select shops.id from shops left join products on products.shop_id = shops.id and products.number = $1 where shops.id = $2',
  'select b.answer from unnest($2::text[]) with ordinality as q (email_key, i) join bills b on b.shop_id = $1 and b.email_key = q.email_key',
  'select * from shops order by login_key',
  'with last as (select max(number) as number from orders where shop_id = $1) select * from last',
  'select number from orders where shop_id = $1 union all select number from events where shop_id = $1',
  'select 1 from orders where paid is distinct from created and shop_id = $1',
  'update "orders" set "paid" = $1 where "shop_id" = $2',
  'delete from orders where shop_id = $1 and number = any($2::bigint[])',
  'insert into "counters" ("shop_id") values ($1)',
  ['insert into orders (number, shop_id) values ($1, $2), ($3, $4)', [1, 7, 2, 7]],
  ['insert into orders select * from json_populate_recordset(null::orders, $1)', ['[{"shop_id":7},{"shop_id":7}]']],
  'insert into orders (shop_id, number) select $1::bigint, number from unnest($2::bigint[]) as q (number)',
  'insert into jobs (shop_id) values ($1) on conflict (shop_id) do update set due_at = excluded.due_at where excluded.due_at < jobs.due_at',
  'create table notes (shop_id bigint not null, text text, primary key (shop_id))',
  `select 'listen, or select from orders' from shops`,
  'select pid from pg_stat_activity',
]

test.each(good)('%s', (statement) => {
  const [text, values] = typeof statement === 'string' ? [statement, []] : statement
  expect(offenceIn(text, values)).toBeUndefined()
})

const bad: readonly (string | readonly [text: string, values: readonly unknown[]])[] = [
  'select * from orders',
  'select count(*) from orders where number = $1',
  'select * from orders where shop_id = $1 or number = $2',
  'select * from orders where not shop_id = $1',
  'select * from orders where (shop_id = $1 or number = $2) and number = $3',
  'select * from orders where shop_id > $1',
  'select * from orders where shop_id = $1 + number',
  'select * from orders where shop_id = any($1)',
  'select * from orders where shop_id = shop_id',
  'select * from orders where number between 1 and shop_id = $1',
  'select shop_id = $1 from orders',
  'update orders set shop_id = $1 where number = $2',
  'select * from orders o join events e on e.subject = o.number where o.shop_id = $1',
  'select * from orders o join events e on o.shop_id = $1 and e.shop_id = $1',
  'select * from orders o right join events e on e.shop_id = o.shop_id where o.shop_id = $1',
  'select * from orders o, events e where o.shop_id = $1',
  'select * from shops join orders on orders.shop_id = shops.id',
  'select number from orders where shop_id = $1 and exists (select 1 from order_items where number = orders.number)',
  'select * from (select * from orders) as o where o.shop_id = $1',
  'select (select max(number) from orders) from shops where id = $1',
  'select number from orders where shop_id = $1 union select number from events',
  'with some as (select * from orders) select * from some where shop_id = $1',
  'with some as (select 1) select * from orders',
  'with gone as (delete from orders returning number) select * from gone',
  'begin; select 1 from counters where shop_id = 7; delete from jobs',
  'delete from orders using events where events.shop_id = $1',
  'insert into orders (number) values ($1)',
  'insert into orders (shop_id) values ((select max(id) from shops))',
  ['insert into orders (shop_id) values ($1), ($2)', [7, 8]],
  'insert into orders (shop_id) values ($1), ($2)',
  ['insert into orders select * from json_populate_recordset(null::orders, $1)', ['[{"shop_id":7},{"shop_id":8}]']],
  'insert into orders (shop_id, number) select shop_id, number from events where shop_id = $1',
  'insert into orders (shop_id, number) select $1, number from events',
  'select * from (orders join events on true) where shop_id = $1',
  'select * from public.orders where shop_id = $1',
  'listen orders',
  `select pg_notify('orders', '')`,
  'select pg_advisory_xact_lock(1)',
  'select pg_try_advisory_lock(shop_id) from orders where shop_id = $1',
  `select nextval('numbers')`,
  'create table notes (id bigserial primary key)',
  'create table notes (id bigint generated always as identity)',
  'create table notes (shop_id bigint references shops)',
  'lock table orders',
  'truncate orders',
  'copy orders from stdin',
  'select * from orders where (shop_id = $1',
]

test.each(bad)('refused: %s', (statement) => {
  const [text, values] = typeof statement === 'string' ? [statement, []] : statement
  expect(offenceIn(text, values)).toEqual(expect.any(String))
})
