import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hasTool } from '../../../../scripts/test-tools.ts'
import { onEachDatabase, type TestDatabase, throwAwayFolder } from '../../test/databases.ts'
import { orderOf, putOrders, training } from '../../test/orders.ts'
import { startPhp } from '../../test/php-server.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { alice } from '../../test/service.ts'
import { liveThroughAll, takeOrder, told } from '../../test/told-order.ts'
import { type NotificationUrls, notifications } from '../rules/notification.ts'
import type { ShopStore, Store } from '../store/store.ts'
import { deliverDue } from './deliver.ts'
import { tester } from '../../test/tester.ts'

/** What PHP has in `$_SERVER['REQUEST_URI']`, `$_GET` and `$_POST`. */
interface Heard {
  readonly target: string
  readonly get: Readonly<Record<string, string>>
  readonly post: Readonly<Record<string, unknown>>
}

interface Setting {
  readonly store: Store
  readonly shop: ShopStore
  /** Addresses of the shop's script, one for each event, with a query of their own. */
  readonly at: (path: string) => NotificationUrls
  /** Delivers what is due and gives all that the script has believed so far, in the order in which it heard it. */
  readonly deliver: () => Promise<readonly Heard[]>
}

/** Alice's shop, and her script, which takes this for her key. */
async function setting(database: TestDatabase, key = alice.key): Promise<Setting> {
  const file = join(throwAwayFolder(), 'heard.ndjson')
  const { url } = await startPhp(join(import.meta.dirname, '../../test/notified.php'), { SHOP_KEY: key, HEARD: file })
  const store = await database.open()
  const { id } = await store.shops.create(alice.login, tester, { key: alice.key })
  const shop = store.forShop(id, tester)
  return {
    store,
    shop,
    at: (path) => addresses(`${url}${path}`),
    async deliver() {
      await deliverDue({
        store: shop,
        key: () => store.shops.keyOf(id),
        currency: () => store.shops.currencyOf(id),
        clock: () => database.clock.now,
        random: () => 0.5,
        allowPrivate: true,
        signal: new AbortController().signal,
        isHeld: () => true,
        onChanged: () => () => undefined,
      })
      const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1) : []
      return lines.map((line) => JSON.parse(line) as Heard)
    },
  }
}

function addresses(base: string): NotificationUrls {
  const of = (event: string): string => `${base}?event=${event}&from=a%26b%20c`
  return {
    created: of('created'),
    paid: of('paid'),
    prepaid: of('prepaid'),
    cancelled: of('cancelled'),
    returned: of('returned'),
  }
}

const inOrder = ['created', 'prepaid', 'cancelled', 'paid', 'returned'] as const
const hearings = (path: string, events: readonly (typeof inOrder)[number][] = inOrder): readonly Heard[] =>
  events.map((event) => ({
    target: `${path}?event=${event}&from=a%26b%20c`,
    get: { event, from: 'a&b c' },
    post: told[event],
  }))

describe.skipIf(!hasTool('php'))('a PHP script', () => {
  onEachDatabase((make) => {
    test('hears at the address of a product of all five events, with the documented keys', async () => {
      const { shop, at, deliver } = await setting(make())
      await takeOrder(shop, { bread: at('/bread.php') })
      await liveThroughAll(shop)
      expect(new Set(inOrder)).toEqual(new Set(notifications))
      expect(await deliver()).toEqual(hearings('/bread.php'))
      const deliveries = await shop.deliveries.list({ limit: 10 })
      expect(deliveries.map(({ state, attempts }) => [state, attempts])).toEqual(inOrder.map(() => ['delivered', 1]))
    })

    test('hears of them at the address of the shop where no product has one', async () => {
      const { store, shop, at, deliver } = await setting(make())
      await store.shops.configure(alice.login, tester, { notify: at('/shop.php') })
      await takeOrder(shop)
      await liveThroughAll(shop)
      expect(await deliver()).toEqual(hearings('/shop.php'))
    })

    test('hears of an order at each of its addresses once', async () => {
      const { store, shop, at, deliver } = await setting(make())
      await store.shops.configure(alice.login, tester, { notify: at('/shop.php') })
      const { created, prepaid, ...none } = at('/bread.php')
      const some = { paid: '', cancelled: '', returned: '' } satisfies typeof none
      await takeOrder(shop, { bread: { ...some, created, prepaid }, apron: at('/apron.php') })
      await liveThroughAll(shop)
      const heard = await deliver()
      const heardAt = (path: string): readonly Heard[] => heard.filter(({ target }) => target.startsWith(path))
      expect(heardAt('/bread.php')).toEqual(hearings('/bread.php', ['created', 'prepaid']))
      expect(heardAt('/apron.php')).toEqual(hearings('/apron.php'))
      // The apron has addresses of its own; for the bread the shop's stand in where it has none.
      expect(heardAt('/shop.php')).toEqual(hearings('/shop.php', ['cancelled', 'paid', 'returned']))
      expect(heard).toHaveLength(10)
    })

    test('hears the code that is handed out after payment', async () => {
      const { store, shop, at, deliver } = await setting(make())
      await store.shops.configure(alice.login, tester, { notify: at('/shop.php') })
      const items = [{ ...training, pincode: 'ПИН-1+2&3' }, training]
      await putOrders(shop, orderOf({ pay_status: 'waiting', paid: null, payway: '', items }))
      await shop.orders.change(258_367, { to: 'paid', at: 1_700_003_600_000, payway: '' })
      const [paid] = await deliver()
      expect(paid?.post).toMatchObject({
        // The vector of protocol section 15.
        hash: 'dcc63d62793a1de473d18199a164804f',
        payway: 'manual',
        type: 'digital',
        items: [{ pincode: 'ПИН-1+2&3' }, { pincode: '' }],
      })
      // PHP writes no empty list, so nobody reads one.
      expect(JSON.stringify(paid?.post)).not.toContain('partners')
    })

    test('does not believe what another key signed, and is told again', async () => {
      const database = make()
      const { shop, at, deliver } = await setting(database, 'another key')
      await addProduct(shop, { name: 'course', notify: at('/paid.php') })
      await shop.orders.place(draftOf())
      expect(await deliver()).toEqual([])
      database.clock.now += 60_000
      expect(await deliver()).toEqual([])
      expect(await shop.deliveries.list({ limit: 10 })).toMatchObject([
        { state: 'pending', attempts: 2, lastStatus: 403, lastAnswer: 'wrong hash' },
      ])
    })
  })
})
