import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type Place, startOfTime } from '../../test/databases.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'
import { rowsAt } from '../../test/stored-rows.ts'
import type { ShopStore } from './store.ts'

const day = 86_400_000
const keep = { eventsMs: 400 * day, deliveriesMs: 90 * day }
const untilStopped = new AbortController().signal

const everywhere = (url: string) => ({ created: url, paid: url, prepaid: url, cancelled: url, returned: url })

async function letAllGo({ retention }: ShopStore): Promise<void> {
  while (!(await retention.letGo(keep, untilStopped))) continue
}

interface Lying {
  readonly events: readonly {
    readonly number: number
    readonly at: number
    readonly about: string
    readonly data: string
  }[]
  readonly deliveries: readonly { readonly event: number; readonly state: string; readonly lastAt: number }[]
}

async function lyingIn(place: Place, shopId: number): Promise<Lying> {
  const events = await rowsAt(place, `select * from events where shop_id = ${shopId} order by number`)
  const deliveries = await rowsAt(place, `select * from deliveries where shop_id = ${shopId} order by event, position`)
  return {
    events: events.map(({ number, type, subject: order, at, data }) => {
      return { number: Number(number), at: Number(at), about: `${String(type)} ${String(order)}`, data: String(data) }
    }),
    deliveries: deliveries.map(({ event, state, last_at: lastAt }) => {
      return { event: Number(event), state: String(state), lastAt: Number(lastAt ?? 0) }
    }),
  }
}

/** The rule, as plainly as it can be said. */
function leftOf({ events, deliveries }: Lying, now: number): Lying {
  const left = deliveries.filter(({ state, lastAt }) => state === 'pending' || lastAt >= now - keep.deliveriesMs)
  const pointedTo = new Set(left.map(({ event }) => event))
  const isKept = ({ number, at }: { number: number; at: number }): boolean =>
    at >= now - keep.eventsMs || pointedTo.has(number)
  return { events: events.map((event) => (isKept(event) ? event : { ...event, data: '' })), deliveries: left }
}

type Step = (shop: ShopStore, clock: { now: number }) => Promise<unknown>

const aDelivery = async ({ deliveries }: ShopStore, which: number) => (await deliveries.list({ limit: 100 }))[which]

const anyStep = fc.oneof(
  fc.constant<Step>(async ({ orders }, { now }) => orders.place(draftOf({ created: now, email: `at${now}@b` }))),
  fc.nat(8).map<Step>((number) => async ({ orders }, { now: at }) => {
    return orders.change(number, { to: 'paid', at, payway: '' })
  }),
  fc.nat(8).map<Step>(
    (number) =>
      async ({ orders }) =>
        orders.change(number, { to: 'cancel' }),
  ),
  fc.tuple(fc.nat(12), fc.constantFrom('delivered', 'failed', 'later')).map<Step>(([which, then]) => {
    return async (shop, { now: at }) => {
      const { id } = (await aDelivery(shop, which)) ?? {}
      const attempt = { at, status: 500, problem: 'answered 500', answer: 'no' }
      if (id !== undefined) await shop.deliveries.note(id, attempt, then === 'later' ? { retryAt: at + day } : then)
    }
  }),
  fc.nat(12).map<Step>((which) => async (shop) => {
    const { id } = (await aDelivery(shop, which)) ?? {}
    if (id !== undefined) await shop.deliveries.retry(id)
  }),
  fc.constantFrom(1, 89, 91, 200, 401).map<Step>((days) => async (_shop, clock) => (clock.now += days * day)),
)

/** Events, as many as make an old shop, each delivered on its day. */
async function fill(place: Place, shopId: number, count: number): Promise<void> {
  const numbers = `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${count})`
  for (const insert of [
    `insert into events select ${shopId}, n, 'order.created', n, n, 'x' from numbers`,
    `insert into deliveries select ${shopId}, n, 0, n, 'http://a.test/', 'http://a.test', 'delivered', 1, null, n, 200, '', 'OK', null from numbers`,
  ]) {
    await rowsAt(place, insert.replace('select', `${numbers} select`))
  }
}

onEachDatabase((make) => {
  test('what is pending stays, and nothing that happened is forgotten, whatever came before', async () => {
    const database = make()
    const { place, clock } = database
    const store = await database.open()
    let shops = 0
    const property = fc.asyncProperty(
      fc.array(anyStep, { maxLength: 30, size: 'max' }),
      fc.nat(3),
      async (steps, rest) => {
        shops += 1
        clock.now = startOfTime
        const { id } = await store.shops.create(`shop${shops}`, tester)
        const shop = store.forShop(id, tester)
        await addProduct(shop, { name: 'course', notify: everywhere('http://a.test/') })
        await addProduct(shop, { name: 'book', notify: everywhere('http://b.test/') })
        await shop.orders.place(
          draftOf({ lines: ['course', 'book'].map((product) => ({ product, sumMinor: undefined })) }),
        )
        for (const [index, step] of steps.entries()) {
          await step(shop, clock)
          if (index % 4 !== rest) continue
          const before = await lyingIn(place, id)
          await letAllGo(shop)
          expect(await lyingIn(place, id)).toEqual(leftOf(before, clock.now))
          for (const { event } of await shop.deliveries.list({ limit: 100 }))
            expect('order' in event && event.order.email).toContain('@')
        }
      },
    )
    await fc.assert(property, { numRuns: 15 })
  }, 60_000)

  test('what happened to an order is known after its content has gone', async () => {
    const database = make()
    const { clock } = database
    const store = await database.open()
    const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
    await addProduct(shop, { name: 'course' })
    await shop.orders.place(draftOf({ created: clock.now }))
    await shop.orders.change(1, { to: 'paid', at: clock.now, payway: '' })
    const [order, timeline] = [await shop.orders.get(1), await shop.orders.events(1)]
    clock.now += 401 * day
    await letAllGo(shop)
    expect(await shop.orders.events(1)).toEqual(timeline)
    expect(await shop.orders.get(1)).toEqual(order)
  })

  test('a large shop is gone through in pieces, and another shop is left alone', async () => {
    const database = make()
    const { place } = database
    const store = await database.open()
    const [alice, bob] = [await store.shops.create('alice', tester), await store.shops.create('bob', tester)]
    for (const { id } of [alice, bob]) await fill(place, id, 6_000)
    const { retention } = store.forShop(alice.id, tester)
    expect(await retention.letGo(keep, untilStopped)).toBe(false)
    const half = await lyingIn(place, alice.id)
    expect(half.deliveries).toEqual([])
    expect(half.events.filter(({ data }) => data === '')).toHaveLength(4_000)
    expect(await retention.letGo(keep, untilStopped)).toBe(true)
    expect((await lyingIn(place, alice.id)).events.every(({ data }) => data === '')).toBe(true)
    const others = await lyingIn(place, bob.id)
    expect([others.deliveries.length, others.events.filter(({ data }) => data === 'x').length]).toEqual([6_000, 6_000])
  })

  test('ends between two pieces when the process stops, and lets nothing go that is kept for ever', async () => {
    const database = make()
    const { place } = database
    const store = await database.open()
    const { id } = await store.shops.create('alice', tester)
    await fill(place, id, 1_500)
    const { retention } = store.forShop(id, tester)
    const forever = { eventsMs: Infinity, deliveriesMs: Infinity }
    expect(await retention.letGo(forever, untilStopped)).toBe(true)
    expect((await lyingIn(place, id)).deliveries).toHaveLength(1_500)
    expect(await retention.letGo(keep, AbortSignal.abort())).toBe(false)
    expect((await lyingIn(place, id)).deliveries).toHaveLength(1_000)
  })
})
