/** Who is to be told of something: addresses of old-style notifications, and endpoints. */
import { sql } from 'kysely'
import { isToldOf } from '../rules/endpoint.ts'
import { type Happening, notificationOf } from '../rules/event.ts'
import type { Notification } from '../rules/notification.ts'
import type { Order } from '../rules/order.ts'
import type { Transaction } from './database.ts'
import { typesIn } from './endpoints/endpoint.ts'
import { notifyColumns, notifyIn } from './notify.ts'
import { prepared } from './prepared.ts'

/** As a row of `deliveries` has it. */
export type Receiver = {
  readonly url: string
  readonly origin: string
  readonly endpoint: number | null
}

export interface EndpointAddress {
  readonly number: number
  readonly url: string
  /** As a row of `endpoints` has it. */
  readonly types: string | null
}

/** `endpoints` are those that are enabled. */
export async function receiversOf(
  tx: Transaction,
  shopId: number,
  happening: Happening,
  endpoints: readonly EndpointAddress[],
): Promise<readonly Receiver[]> {
  const told = endpoints.filter(({ number, types }) => isToldOf({ number, types: typesIn(types) }, happening))
  return [...(await addressesOf(tx, shopId, happening)), ...told.map(receiverAt)]
}

/** Several endpoints may be on one host, as those of a no-code tool are: each is a receiver of its own. */
export function receiverAt({ number, url }: { readonly number: number; readonly url: string }): Receiver {
  return { url, origin: `endpoint ${number}`, endpoint: number }
}

async function addressesOf(tx: Transaction, shopId: number, happening: Happening): Promise<readonly Receiver[]> {
  const name = notificationOf(happening.type)
  if (name === undefined || !('order' in happening)) return []
  const urls = await urlsFor(tx, shopId, happening.order, name)
  return urls.map((url) => ({ url, origin: new URL(url).origin, endpoint: null }))
}

/** Each address once: the products' own, and the account's for products without (protocol section 11). */
async function urlsFor(tx: Transaction, shopId: number, order: Order, name: Notification): Promise<readonly string[]> {
  const urls = new Set<string>()
  for (const product of new Set(order.items.map((item) => item.product))) {
    const row = await tx.get(notifyRow, { shopId, product })
    if (row !== undefined) urls.add(notifyIn(row)[name])
  }
  urls.delete('')
  return [...urls]
}

/** A product may be gone. Its shop is given twice so that whoever looks for the product alone knows where it lies. */
const notifyRow = prepared<{ shopId: number; product: number }>()((db, arg) =>
  db
    .selectFrom('shops')
    .leftJoin('products', (join) =>
      join.on('products.shop_id', '=', arg('shopId')).on('products.number', '=', arg('product')),
    )
    .select(notifyColumns.map((name) => ownOrAccounts(name)))
    .where('shops.id', '=', arg('shopId')),
)

function ownOrAccounts<Name extends (typeof notifyColumns)[number]>(name: Name) {
  return sql<string>`coalesce(nullif(${sql.ref(`products.${name}`)}, ''), ${sql.ref(`shops.${name}`)})`.as(name)
}
