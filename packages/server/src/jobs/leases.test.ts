/** No job is in two hands at once, nor twice in the same. */
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { receiver } from '../../test/receiver.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { tester } from '../../test/tester.ts'
import { StoreUnavailable } from '../store/errors.ts'
import type { ShopStore, Store } from '../store/store.ts'
import { handlersFor } from './handlers.ts'
import { type Hands, Runner } from './runner.ts'

const log = pino({ level: 'silent' })
const day = 86_400_000

interface Setting {
  readonly database: TestDatabase
  readonly store: Store
  readonly shop: ShopStore
  /** What leases are measured by. */
  readonly clocks: { steadyMs: number; wallMs: number }
}

async function setting(database: TestDatabase): Promise<Setting> {
  const store = await database.open()
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  return { database, store, shop, clocks: { steadyMs: 0, wallMs: 0 } }
}

/** A runner whose job of cancelling orders takes until it is told that it is done. */
function patientRunner({ database, store, clocks }: Setting) {
  const hands: Hands[] = []
  const done = Promise.withResolvers<undefined>()
  const begun = Promise.withResolvers<void>()
  const nothing = async (): Promise<undefined> => undefined
  const runner = runnerWith(
    { database, store, clocks },
    {
      deliveries: nothing,
      endpoints: nothing,
      retention: nothing,
      async timers(hand) {
        hands.push(hand)
        begun.resolve()
        return done.promise
      },
    },
  )
  return { runner, hands, begun: begun.promise, finish: done.resolve }
}

function runnerWith(
  { database, store, clocks }: Omit<Setting, 'shop'>,
  handlers: ConstructorParameters<typeof Runner>[0]['handlers'],
): Runner {
  const runner = new Runner({
    jobs: store.jobs,
    handlers,
    clock: () => database.clock.now,
    clocks: { steady: () => clocks.steadyMs, wall: () => clocks.wallMs },
    log,
  })
  onTestFinished(() => runner.stop())
  return runner
}

/** With the notifications of the real product; `store` may be one in which something goes wrong. */
function deliverer({ database, clocks }: Setting, store: Store): Runner {
  const handlers = handlersFor({
    store,
    clock: () => database.clock.now,
    allowPrivateTargets: true,
    log,
    keep: { eventsMs: 400 * day, deliveriesMs: 90 * day },
    random: () => 0.5,
    timeoutMs: 20_000,
  })
  return runnerWith({ database, store, clocks }, handlers)
}

const told = (url: string) => ({ created: url, paid: '', prepaid: '', cancelled: '', returned: '' })

/** An order that has outlived its time. */
async function placeOverdue({ database, shop }: Setting): Promise<void> {
  await addProduct(shop, { name: 'course' })
  await shop.orders.place(draftOf({ timer: database.clock.now }))
}

onEachDatabase((make) => {
  test('a job whose lease ran out unnoticed is not begun again beside itself', async () => {
    const given = await setting(make())
    await placeOverdue(given)
    const { runner, hands, begun, finish } = patientRunner(given)
    const first = runner.runDue()
    await begun
    given.database.clock.now += 15_000
    const second = runner.runDue()
    await expect.poll(() => given.store.jobs.nextDueAt()).toBe(given.database.clock.now + 15_000)
    finish(undefined)
    await Promise.all([first, second])
    expect(hands).toHaveLength(1)
  })

  test.each([
    { how: 'no renewal came through', steady: 14_000, wall: 0 },
    { how: 'the machine has slept', steady: 0, wall: 14_000 },
  ])('a process lets go of a job before another may take it: $how', async ({ steady, wall }) => {
    const given = await setting(make())
    const { clocks } = given
    await placeOverdue(given)
    const { runner, hands, begun, finish } = patientRunner(given)
    const running = runner.runDue()
    await begun
    clocks.steadyMs += steady - 1
    clocks.wallMs += wall - 1
    expect([hands[0]?.isHeld(), hands[0]?.signal.aborted]).toEqual([true, false])
    clocks.steadyMs += 1
    clocks.wallMs += 1
    expect([hands[0]?.isHeld(), hands[0]?.signal.aborted]).toEqual([false, true])
    await runner.renew()
    expect(hands[0]?.isHeld()).toBe(false)
    finish(undefined)
    await running
  })

  test('a job that is renewed stays in its hands, and one that another has is let go of', async () => {
    const given = await setting(make())
    const { clocks, database, store } = given
    await placeOverdue(given)
    const { runner, hands, begun, finish } = patientRunner(given)
    const running = runner.runDue()
    await begun
    clocks.steadyMs += 10_000
    await runner.renew()
    clocks.steadyMs += 10_000
    expect(hands[0]?.isHeld()).toBe(true)
    database.clock.now += 15_000
    expect(await store.jobs.take('other', { leaseMs: 15_000, limit: 1 })).toHaveLength(1)
    await runner.renew()
    expect([hands[0]?.isHeld(), hands[0]?.signal.aborted]).toEqual([false, true])
    finish(undefined)
    await running
    expect(await store.jobs.take('third', { leaseMs: 15_000, limit: 1 })).toEqual([])
  })

  test('what was held up for longer than its lease sends nothing more', async () => {
    const given = await setting(make())
    const { clocks, store, shop } = given
    const shopScript = await receiver()
    await addProduct(shop, { name: 'course', notify: told(shopScript.url) })
    await shop.orders.place(draftOf())
    const key = await store.shops.keyOf(1)
    const keyOf = vi.spyOn(store.shops, 'keyOf').mockImplementation(async () => {
      clocks.steadyMs += 15_000
      return key
    })
    await deliverer(given, store).runDue()
    expect(shopScript.received).toEqual([])
    keyOf.mockRestore()
    await deliverer(given, store).runDue()
    expect(shopScript.received).toHaveLength(1)
  })

  test('a job that fails is not given back before all that it began has ended', async () => {
    const given = await setting(make())
    const { database, store } = given
    const slow = await receiver((response) => void slowResponses.push(response))
    const slowResponses: Parameters<typeof slow.answer>[0][] = []
    const quick = await receiver()
    await addProduct(given.shop, { name: 'slow', notify: told(slow.url) })
    await addProduct(given.shop, { name: 'quick', notify: told(quick.url) })
    const lines = ['slow', 'quick'].map((product) => ({ product, sumMinor: undefined }))
    await given.shop.orders.place(draftOf({ lines }))
    const failed = Promise.withResolvers<void>()
    const failing: Store = {
      ...store,
      forShop(id, actor) {
        const shop = store.forShop(id, actor)
        const note = async (): Promise<never> => {
          failed.resolve()
          throw new StoreUnavailable()
        }
        return { ...shop, deliveries: { ...shop.deliveries, note } }
      },
    }
    const running = deliverer(given, failing).runDue()
    await Promise.all([failed.promise, slow.until(1)])
    // By when it would have been given back, and would be tried again.
    for (let turns = 0; turns < 100; turns += 1) await new Promise(setImmediate)
    database.clock.now += 5_000
    await deliverer(given, store).runDue()
    expect(slow.received).toHaveLength(1)
    for (const response of slowResponses) response.end()
    await running
  })
})
