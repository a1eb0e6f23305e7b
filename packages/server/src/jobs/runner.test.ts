import type { ServerResponse } from 'node:http'
import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { receiver } from '../../test/receiver.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import type { ShopStore, Store } from '../store/store.ts'
import { handlersFor } from './handlers.ts'
import { Runner } from './runner.ts'
import { tester } from '../../test/tester.ts'

const minute = 60_000
const day = 24 * 60 * minute
const keep = { eventsMs: 400 * day, deliveriesMs: 90 * day }
/** Longer than the busiest machine takes for a test. */
const timeoutMs = 20_000
const log = pino({ level: 'silent' })

interface Setting {
  readonly store: Store
  readonly shop: ShopStore
  readonly runner: Runner
}

async function setting(database: TestDatabase): Promise<Setting> {
  const store = await database.open()
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  return { store, shop, runner: runnerOn(database, store) }
}

function runnerOn({ clock }: TestDatabase, store: Store): Runner {
  const now = (): number => clock.now
  const handlers = handlersFor({
    store,
    clock: now,
    allowPrivateTargets: true,
    keep,
    random: () => 0.5,
    log,
    timeoutMs,
  })
  const runner = new Runner({ jobs: store.jobs, handlers, clock: now, log })
  onTestFinished(() => runner.stop())
  return runner
}

const everywhere = (url: string) => ({ created: url, paid: url, prepaid: url, cancelled: url, returned: url })
const states = async ({ deliveries }: ShopStore): Promise<readonly string[]> =>
  (await deliveries.list({ limit: 100 })).toReversed().map(({ state, attempts }) => `${state} ${attempts}`)

onEachDatabase((make) => {
  test('each event of an order is told once, in order, signed with the present key', async () => {
    const shopScript = await receiver()
    const { store, shop, runner } = await setting(make())
    await addProduct(shop, { name: 'course', notify: everywhere(`${shopScript.url}/n.php`) })
    await shop.orders.place(draftOf())
    await shop.orders.pay(1, { sumMinor: 1_000, at: 1_700_000_000_000, payway: '' })
    await shop.orders.change(1, { to: 'paid', at: 1_700_003_600_000, payway: '' })
    await shop.orders.change(1, { to: 'return' })
    await store.shops.rotateKey('alice', tester, 0)
    await runner.runDue()
    expect(shopScript.received.map((form) => form.get('status') ?? form.get('prepayment_sum') ?? 'paid')).toEqual([
      'new_order',
      '10.00',
      'paid',
      'moneyback',
    ])
    expect(await states(shop)).toEqual(['delivered 1', 'delivered 1', 'delivered 1', 'delivered 1'])
    await runner.runDue()
    expect(shopScript.received).toHaveLength(4)
  })

  test('an address that several products share is told once', async () => {
    const [first, second] = [await receiver(), await receiver()]
    const { shop, runner } = await setting(make())
    for (const name of ['a', 'b']) await addProduct(shop, { name, notify: everywhere(first.url) })
    await addProduct(shop, { name: 'c', notify: everywhere(second.url) })
    await shop.orders.place(draftOf({ lines: ['a', 'b', 'c'].map((product) => ({ product, sumMinor: undefined })) }))
    await runner.runDue()
    expect([first.received.length, second.received.length]).toEqual([1, 1])
    expect([...(first.received[0]?.keys() ?? [])]).toContain('items[2][id]')
  })

  test('a receiver that fails is tried six times in some fifteen hours, and later events wait', async () => {
    const database = make()
    const shopScript = await receiver((response) => response.writeHead(500).end())
    const { shop, runner } = await setting(database)
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    await shop.orders.place(draftOf())
    await shop.orders.change(1, { to: 'cancel' })
    await runner.runDue()
    for (const [index, pause] of [1, 5, 30, 120, 720].entries()) {
      expect(await states(shop)).toEqual([`pending ${index + 1}`, 'pending 0'])
      database.clock.now += pause * minute - 1
      await runner.runDue()
      expect(shopScript.received).toHaveLength(index + 1)
      database.clock.now += 1
      if (pause === 720) shopScript.answer = (response) => response.writeHead(404).end('gone')
      await runner.runDue()
    }
    // Of the first it will never know: now it hears of the second.
    expect(await states(shop)).toEqual(['failed 6', 'pending 1'])
    expect(shopScript.received.map((form) => form.get('status'))).toEqual([
      ...Array.from({ length: 6 }, () => 'new_order'),
      'cancel_order',
    ])
  })

  test('a receiver that comes back after an hour hears everything, in order', async () => {
    const database = make()
    const shopScript = await receiver((response) => response.destroy())
    const { shop, runner } = await setting(database)
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    await shop.orders.place(draftOf())
    await shop.orders.change(1, { to: 'paid', at: 0, payway: '' })
    for (const pause of [0, 1, 5]) {
      database.clock.now += pause * minute
      await runner.runDue()
    }
    shopScript.answer = (response) => response.end()
    database.clock.now += 60 * minute
    await runner.runDue()
    expect(await states(shop)).toEqual(['delivered 4', 'delivered 1'])
  })

  test('a receiver that hangs holds up nobody else', async () => {
    const held: ServerResponse[] = []
    const [hanging, healthy] = [await receiver((response) => held.push(response)), await receiver()]
    const { shop, runner } = await setting(make())
    await addProduct(shop, { name: 'slow', notify: everywhere(hanging.url) })
    await addProduct(shop, { name: 'quick', notify: everywhere(healthy.url) })
    for (let index = 0; index < 20; index++) {
      for (const product of ['slow', 'quick']) {
        await shop.orders.place(draftOf({ email: `a${index}@b`, lines: [{ product, sumMinor: undefined }] }))
      }
    }
    const done = runner.runDue()
    await healthy.until(20)
    // The first eight still hang.
    expect(hanging.received.length).toBeLessThanOrEqual(8)
    hanging.answer = (response) => response.end()
    for (const response of held) response.end()
    await done
    expect(hanging.received).toHaveLength(20)
  })

  test('of two processes one delivers', async () => {
    const database = make()
    const shopScript = await receiver()
    const { shop, runner } = await setting(database)
    const other = runnerOn(database, await database.open())
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    for (let index = 0; index < 10; index++) await shop.orders.place(draftOf({ email: `a${index}@b` }))
    await Promise.all([runner.runDue(), other.runDue()])
    expect(shopScript.received).toHaveLength(10)
  })

  test('whoever dies loses the job, and what was not noted is told again', async () => {
    const database = make()
    const shopScript = await receiver()
    const { store, shop, runner } = await setting(database)
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    await shop.orders.place(draftOf())
    // It takes the job and is never heard of again.
    expect(await store.jobs.take('dead', { leaseMs: 15_000, limit: 10 })).toHaveLength(1)
    database.clock.now += 14_999
    await runner.runDue()
    expect(shopScript.received).toHaveLength(0)
    database.clock.now += 1
    await runner.runDue()
    expect(shopScript.received).toHaveLength(1)
  })

  test('an order that outlives its time is cancelled once, whoever looks, also after a restart', async () => {
    const database = make()
    const { shop, runner } = await setting(database)
    await addProduct(shop, { name: 'course', timerMs: 60 * minute })
    await shop.orders.place(draftOf({ timer: 'product' }))
    await shop.orders.place(draftOf({ timer: 'product', email: 'paid@b' }))
    await shop.orders.change(2, { to: 'paid', at: 0, payway: '' })
    database.clock.now += 60 * minute - 1
    await runner.runDue()
    expect(await shop.orders.get(1)).toMatchObject({ pay_status: 'waiting' })
    database.clock.now += 1
    const others = [runnerOn(database, await database.open()), runnerOn(database, await database.open())]
    await Promise.all([runner, ...others].map((each) => each.runDue()))
    expect(await shop.orders.get(1)).toMatchObject({ pay_status: 'cancel' })
    expect((await shop.orders.events(1)).map(({ type }) => type)).toEqual(['order.created', 'order.cancelled'])
    expect(await shop.orders.get(2)).toMatchObject({ pay_status: 'paid' })
  })

  test('the time of an order that is taken while somebody looks after the others is not forgotten', async () => {
    const database = make()
    const { store, shop, runner } = await setting(database)
    await addProduct(shop, { name: 'course' })
    await shop.orders.place(draftOf({ timer: database.clock.now }))
    const taken = await store.jobs.take('other', { leaseMs: 15_000, limit: 10 })
    expect(taken).toHaveLength(1)
    const { nextAt } = await shop.orders.cancelOverdue()
    await shop.orders.place(draftOf({ timer: database.clock.now + 60 * minute, email: 'late@b' }))
    for (const job of taken) await store.jobs.release('other', job, nextAt)
    database.clock.now += 60 * minute
    await runner.runDue()
    expect(await shop.orders.get(2)).toMatchObject({ pay_status: 'cancel' })
  })

  test('goes on by itself, and hears of what this process adds', async () => {
    const shopScript = await receiver()
    const { shop, runner } = await setting(make())
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    runner.start()
    await shop.orders.place(draftOf())
    await shopScript.until(1)
    await shop.orders.change(1, { to: 'cancel' })
    await shopScript.until(2)
    await runner.stop()
    expect(shopScript.received.map((form) => form.get('status'))).toEqual(['new_order', 'cancel_order'])
  })

  test('what is done with goes once a day, by one of those who look', async () => {
    const database = make()
    const shopScript = await receiver()
    const { store, shop, runner } = await setting(database)
    let times = 0
    const counted = { ...store, forShop: (id: number) => ({ ...store.forShop(id, tester), retention: { letGo } }) }
    const letGo = async (): Promise<boolean> => (times += 1) > 0
    const others = [runnerOn(database, counted), runnerOn(database, counted)]
    for (const days of [1, 1, 1]) {
      database.clock.now += days * day - 1
      await Promise.all(others.map((each) => each.runDue()))
      database.clock.now += 1
      await Promise.all(others.map((each) => each.runDue()))
    }
    expect(times).toBe(3)
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    await shop.orders.place(draftOf())
    await runner.runDue()
    expect(await states(shop)).toEqual(['delivered 1'])
    database.clock.now += 90 * day
    await runner.runDue()
    expect(await states(shop)).toEqual(['delivered 1'])
    database.clock.now += day
    await runner.runDue()
    expect(await states(shop)).toEqual([])
    expect(await shop.orders.events(1)).toMatchObject([{ type: 'order.created' }])
  })

  test('a delivery that has failed can be tried again', async () => {
    const database = make()
    const shopScript = await receiver((response) => response.writeHead(500).end())
    const { shop, runner } = await setting(database)
    await addProduct(shop, { name: 'course', notify: everywhere(shopScript.url) })
    await shop.orders.place(draftOf())
    for (const pause of [0, 1, 5, 30, 120, 720]) {
      database.clock.now += pause * minute
      await runner.runDue()
    }
    const [failed] = await shop.deliveries.list({ state: 'failed', limit: 10 })
    expect(failed).toMatchObject({ id: '2-0', lastStatus: 500, lastProblem: 'answered 500' })
    shopScript.answer = (response) => response.end()
    expect(await shop.deliveries.retry('2-0')).toMatchObject({ state: 'pending', attempts: 0 })
    await runner.runDue()
    expect(await states(shop)).toEqual(['delivered 1'])
    expect(await shop.deliveries.retry('99-0')).toBeUndefined()
  })
})
