/** What may reach across shops, and why. */

/** Small, seldom changed, read by every call: a copy of them lies on each machine. */
export const directory: ReadonlyMap<string, string> = new Map([
  ['shops', 'is what a shop is found in, by its login'],
  ['shop_domains', 'is what a shop is found in, by its domain'],
  ['schema_version', 'is about the tables themselves'],
  ['users', 'are people, who may belong to several shops'],
  ['sessions', 'of people who are signed in'],
  ['credentials', 'by which people prove who they are'],
  ['verifications', 'are what people have begun to prove'],
  ['two_factors', 'by which people prove who they are'],
  ['members', 'says which shops somebody belongs to'],
  ['invitations', 'are found by what stands in a link'],
])

/** To the letter. */
export const allowed: ReadonlyMap<string, string> = new Map([
  [
    'select "shop_id" as "shopId", "kind" from "jobs" where "due_at" <= $1 and "leased_until" <= $2 order by "due_at" limit $3',
    'finds work of any shop; a row a shop and kind, so `jobs` is small, and lies on one machine (docs/hosting/scale.md)',
  ],
  [
    'select "shop_id" as "shopId", "kind" from "jobs" where "due_at" <= $1 and "leased_until" <= $2 order by "due_at" limit $3 for update skip locked',
    'takes what the one above has found',
  ],
  [
    'select "due_at", "leased_until" from "jobs" order by "due_at" limit $1',
    'tells how long there is nothing to do for any shop',
  ],
  [
    'select "shop_id" as "shopId" from "jobs" where "kind" = \'deliveries\' limit $1',
    'counts, with a query a shop, what is on its way; asked by whoever looks after the installation',
  ],
  [
    'update shops set next_product = coalesce((select max(number) + 1 from products where shop_id = shops.id), 1)',
    'a migration from before there was PostgreSQL: there it meets empty tables only, which are not spread yet',
  ],
  [
    'insert into counters (shop_id, next_order, next_event, next_product, next_coupon, next_partner) select id, next_order, next_event, next_product, next_coupon, next_partner from shops',
    'as the one above',
  ],
  [
    "insert into jobs (shop_id, kind, due_at, lease, leased_until) select id, 'retention', (extract(epoch from now()) * 1000)::bigint + id % 1440 * 60000, '', 0 from shops",
    'a migration: `shops` is on every machine, and `jobs` lies on one (docs/hosting/scale.md)',
  ],
])
