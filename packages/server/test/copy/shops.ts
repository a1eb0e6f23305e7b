/** Shops of every kind for a copy, with something in each table. */
import fc from 'fast-check'
import type { Order } from '../../src/rules/order.ts'
import type { Shop } from '../../src/store/shops.ts'
import type { ShopStore, Store } from '../../src/store/store.ts'
import { anyOrders, putOrders } from '../orders.ts'
import { liveThroughAll, takeOrder } from '../told-order.ts'
import { tester } from '../tester.ts'

export interface RandomShop {
  /** Of the old platform; none: one order of its own, to which everything has happened. */
  readonly orders: readonly Order[]
  readonly title: string
  readonly isEnabled: boolean
  readonly isRotated: boolean
  readonly domains: number
  readonly deletes: boolean
}

const anyShop: fc.Arbitrary<RandomShop> = fc.record({
  orders: fc.oneof(fc.constant([]), anyOrders),
  title: fc.constantFrom('', 'Anna «Ё» 🎓', "Robert'); drop table orders; --"),
  // Mostly, as others are answered no more than that they may not ask.
  isEnabled: fc.nat(9).map((n) => n > 0),
  isRotated: fc.boolean(),
  domains: fc.nat(2),
  deletes: fc.boolean(),
})

export const anyShops = fc.array(anyShop, { minLength: 1, maxLength: 3 })

/** Gives the logins. */
export async function addShops(store: Store, shops: readonly RandomShop[]): Promise<readonly string[]> {
  const logins: string[] = []
  for (const [index, shop] of shops.entries()) {
    // An old key has any characters; in the list, the shops are in another order than here.
    const { login, id } = await store.shops.create(`Shop${9 - index}`, tester, { key: `a "key" of Ё ${index}` })
    await fill(store.forShop(id, tester), shop)
    await settle(store, login, shop)
    logins.push(login)
  }
  return logins
}

async function fill(shop: ShopStore, { orders, deletes }: RandomShop): Promise<void> {
  if (orders.length > 0) await putOrders(shop, ...orders)
  else {
    const address = 'https://shop.example.com/told?by=Ё'
    const notify = { created: address, paid: address, prepaid: '', cancelled: address, returned: address }
    await takeOrder(shop, { bread: notify, apron: { ...notify, paid: `${address}&2` } })
    await liveThroughAll(shop)
  }
  if (deletes) await shop.orders.delete(orders[0]?.number ?? 1)
}

async function settle({ shops }: Store, login: Shop['login'], shop: RandomShop): Promise<void> {
  const { title, isEnabled, isRotated, domains } = shop
  if (title !== '') await shops.configure(login, tester, { title, language: 'ru', timeZone: 'Europe/Moscow' })
  if (isRotated) await shops.rotateKey(login, tester, 60_000)
  for (let number = 0; number < domains; number += 1)
    await shops.addDomain(login, tester, `${number}.${login}.example.com`)
  await shops.setAllowedAddresses(login, tester, isEnabled ? [] : ['10.0.0.0/8', '::1'])
  await shops.setEnabled(login, tester, isEnabled)
}
