/** The shop that `npm start` shows. */
import type { Actor } from '../rules/actor.ts'
import type { Shop, Shops } from '../store/shops.ts'
import type { Store } from '../store/store.ts'
import { demoOrders } from './orders.ts'

const demoLogin = 'username'

/**
 * The demo shop, made and filled where there is no shop at all; undefined where there are others only.
 *
 * A process that dies between the two leaves the shop alone and without orders, which the next start notices and mends.
 * Of processes that start at once, one makes it and one fills it, not always the same.
 */
export async function demoShop(store: Store, now: number, actor: Actor): Promise<Shop | undefined> {
  const shops = await store.shops.list()
  const shop = shops.length === 0 ? await makeShop(store.shops, actor) : shops.find(({ login }) => login === demoLogin)
  if (shop !== undefined && shops.length <= 1) await fill(store, shop, now, actor)
  return shop
}

async function makeShop(shops: Shops, actor: Actor): Promise<Shop | undefined> {
  try {
    return await shops.create(demoLogin, actor)
  } catch (error) {
    // Another process was quicker; if it was not that, the error stands.
    const made = await shops.find(demoLogin)
    if (made === undefined) throw error
    return made
  }
}

async function fill(store: Store, { id }: Shop, now: number, actor: Actor): Promise<void> {
  const { orders, bulkOrders } = store.forShop(id, actor)
  if ((await orders.count()) > 0) return
  await bulkOrders.write(async (writer) => {
    // Looked at again now that nobody else can write.
    if ((await orders.count()) === 0) await writer.put(demoOrders(now), { update: false })
  })
}
