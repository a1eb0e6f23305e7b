import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../../test/databases.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { listener, statesOf, toldShop } from '../../test/told-endpoints.ts'
import { tester } from '../../test/tester.ts'
import { rowsAt } from '../../test/stored-rows.ts'
import { mostEndpoints } from '../rules/endpoint.ts'
import type { EndpointWithSecret } from './endpoints.ts'
import type { ShopStore, Store } from './store.ts'

const hour = 3_600_000
const url = 'https://crm.example.com/hooks'
const settings = { url, description: 'CRM', types: null }

async function shopOn(database: TestDatabase): Promise<{ readonly store: Store; readonly shop: ShopStore }> {
  const store = await database.open()
  return { store, shop: store.forShop((await store.shops.create('alice', tester)).id, tester) }
}

async function made(shop: ShopStore): Promise<EndpointWithSecret> {
  const endpoint = await shop.endpoints.create(settings)
  if (endpoint === 'tooMany') throw new Error('The shop has too many endpoints.')
  return endpoint
}

onEachDatabase((make) => {
  test('an endpoint is made, found, changed and deleted, and its number is not given again', async () => {
    const database = make()
    const { shop } = await shopOn(database)
    const { endpoint, secret } = await made(shop)
    expect(endpoint).toEqual({
      number: 1,
      ...settings,
      disabled: null,
      previousSecretUntil: null,
      failingSince: null,
      warnings: 0,
      warnedAt: null,
      created: database.clock.now,
    })
    expect(Buffer.from(secret.replace(/^whsec_/, ''), 'base64')).toHaveLength(32)
    expect(await shop.endpoints.find(1)).toEqual(endpoint)
    const changed = await shop.endpoints.update(1, { description: ' ERP ', types: ['order.paid'] })
    expect(changed).toEqual({ ...endpoint, description: 'ERP', types: ['order.paid'] })
    expect(await shop.endpoints.update(1, {})).toEqual(changed)
    expect(await shop.endpoints.list()).toEqual([changed])
    expect(await shop.endpoints.remove(1)).toEqual(changed)
    expect(await shop.endpoints.list()).toEqual([])
    expect((await made(shop)).endpoint.number).toBe(2)
  })

  test('nothing is there under a number that no endpoint has, or another shop has', async () => {
    const { store, shop } = await shopOn(make())
    const other = store.forShop((await store.shops.create('bob', tester)).id, tester)
    await made(other)
    const { endpoints } = shop
    const range = { from: 0, until: 1 }
    expect(
      await Promise.all([
        endpoints.find(1),
        endpoints.update(1, { description: 'x' }),
        endpoints.rotateSecret(1, 0),
        endpoints.remove(1),
        endpoints.sendTest(1),
        endpoints.redeliver(1, range),
        endpoints.target(1),
      ]),
    ).toEqual(Array.from({ length: 7 }))
    expect(await other.endpoints.find(1)).toMatchObject({ description: 'CRM' })
  })

  test.each([
    [{ ...settings, url: 'crm.example.com' }, 'http or https'],
    [{ ...settings, url: '' }, 'needs an address'],
    [{ ...settings, description: 'x'.repeat(201) }, 'at most 200'],
  ])('%o is refused, and nothing is written', async (wrong, message) => {
    const { shop } = await shopOn(make())
    await expect(shop.endpoints.create(wrong)).rejects.toThrow(message)
    expect(await shop.endpoints.list()).toEqual([])
    const { endpoint } = await made(shop)
    await expect(shop.endpoints.update(1, wrong)).rejects.toThrow(message)
    expect(await shop.endpoints.find(1)).toEqual(endpoint)
  })

  test('a shop has so many and no more', async () => {
    const { shop } = await shopOn(make())
    for (let count = 0; count < mostEndpoints; count += 1) await made(shop)
    expect(await shop.endpoints.create(settings)).toBe('tooMany')
    await shop.endpoints.remove(7)
    expect((await made(shop)).endpoint.number).toBe(mostEndpoints + 1)
  })

  test('a secret signs until its rotation is over, and lies sealed, for its endpoint only', async () => {
    const database = make()
    const { shop } = await shopOn(database)
    const { secret } = await made(shop)
    expect(await shop.endpoints.target(1)).toEqual({ url, secrets: [secret] })
    const rotated = await shop.endpoints.rotateSecret(1, hour)
    expect(rotated?.endpoint.previousSecretUntil).toBe(database.clock.now + hour)
    expect(await shop.endpoints.target(1)).toEqual({ url, secrets: [rotated?.secret, secret] })
    database.clock.now += hour
    expect(await shop.endpoints.target(1)).toEqual({ url, secrets: [rotated?.secret] })
    expect(await shop.endpoints.find(1)).toMatchObject({ previousSecretUntil: null })
    const rows = await rowsAt(database.place, 'select * from endpoints')
    for (const each of [secret, rotated?.secret ?? '']) expect(JSON.stringify(rows)).not.toContain(each.slice(6))
    await made(shop)
    await rowsAt(database.place, 'update endpoints set secret = (select secret from endpoints where number = 1)')
    await expect(shop.endpoints.target(2)).rejects.toThrow('endpoint 2 of shop 1')
  })

  test('one that is disabled keeps why and since when, and begins anew when it is enabled', async () => {
    const database = make()
    const { shop } = await shopOn(database)
    await made(shop)
    const disabled = { reason: 'asked', at: database.clock.now }
    expect(await shop.endpoints.update(1, { enabled: false })).toMatchObject({ disabled })
    database.clock.now += hour
    expect(await shop.endpoints.update(1, { enabled: false })).toMatchObject({ disabled })
    expect(await shop.endpoints.target(1)).toBeUndefined()
    expect(await shop.endpoints.redeliver(1, { from: 0, until: 1 })).toBe('disabled')
    expect(await shop.endpoints.update(1, { enabled: true })).toMatchObject({ disabled: null, failingSince: null })
  })

  test('what one missed is told again: what failed, and what happened while it was disabled or not there', async () => {
    const { shop, clock, run, wait } = await toldShop(make())
    await addProduct(shop, { name: 'before' })
    await wait(hour)
    const since = clock.now
    await addProduct(shop, { name: 'not there' })
    const crm = await listener(shop, ['product.created', 'product.deleted'])
    await addProduct(shop, { name: 'heard' })
    await run()
    crm.answer = (response) => response.writeHead(410).end()
    await addProduct(shop, { name: 'gone' })
    await run()
    await addProduct(shop, { name: 'disabled' })
    await shop.products.update('disabled', () => ({ title: 'not wanted' }))
    expect(crm.heard()).toEqual(['product.created 3', 'product.created 4'])
    await shop.endpoints.update(crm.number, { enabled: true })
    await wait(hour)
    await addProduct(shop, { name: 'after' })
    crm.answer = (response) => response.end()
    expect(await shop.endpoints.redeliver(crm.number, { from: since, until: clock.now })).toBe('planned')
    await run()
    expect(crm.heard().slice(2).toSorted()).toEqual([
      'product.created 2',
      'product.created 4',
      'product.created 5',
      'product.created 6',
    ])
    // Again, there is nothing left to tell.
    await shop.endpoints.redeliver(crm.number, { from: since, until: clock.now })
    await run()
    expect(crm.requests).toHaveLength(6)
    await shop.endpoints.redeliver(crm.number, { from: 0, until: clock.now })
    await run()
    expect(crm.heard().at(-1)).toBe('product.created 1')
  })

  test('what retention has let go is not told again', async () => {
    const { shop, clock, run, wait } = await toldShop(make())
    await addProduct(shop, { name: 'old' })
    await wait(10 * hour)
    await shop.retention.letGo({ eventsMs: hour, deliveriesMs: hour }, new AbortController().signal)
    await addProduct(shop, { name: 'new' })
    const crm = await listener(shop)
    await shop.endpoints.redeliver(crm.number, { from: 0, until: clock.now + 1 })
    await run()
    expect(crm.heard()).toEqual(['product.created 2'])
  })

  test('whatever happens, an endpoint hears all of an order it wants to, each once, in its order', async () => {
    const database = make()
    const { shop, clock, wait } = await toldShop(database)
    const anyStep = fc.constantFrom('place', 'pay', 'cancel', 'return', 'fail', 'answer', 'wait', 'disable', 'recover')
    await addProduct(shop, { name: 'course' })
    let runs = 0
    const property = fc.asyncProperty(fc.array(anyStep, { minLength: 5, maxLength: 25 }), async (steps) => {
      runs += 1
      const begin = clock.now
      const crm = await listener(shop, ['order.created', 'order.paid', 'order.cancelled', 'order.returned'])
      const delivered: string[] = []
      const answer = (isWell: boolean): void => {
        crm.answer = (response) => {
          if (isWell) delivered.push(crm.heard().at(-1) ?? '')
          response.writeHead(isWell ? 200 : 500).end()
        }
      }
      answer(true)
      const recover = async (): Promise<void> => {
        await shop.endpoints.update(crm.number, { enabled: true })
        await shop.endpoints.redeliver(crm.number, { from: begin, until: clock.now + 1 })
      }
      const numbers: number[] = []
      for (const [index, step] of steps.entries()) {
        const number = numbers[index % Math.max(1, numbers.length)] ?? 0
        if (step === 'place') {
          const placed = await shop.orders.place(draftOf({ email: `run${runs}-${index}@b` }))
          if (placed.outcome === 'placed') numbers.push(placed.number)
        } else if (step === 'pay') await shop.orders.change(number, { to: 'paid', at: clock.now, payway: '' })
        else if (step === 'cancel' || step === 'return') await shop.orders.change(number, { to: step })
        else if (step === 'fail' || step === 'answer') answer(step === 'answer')
        else if (step === 'wait') await wait(hour)
        else if (step === 'disable') await shop.endpoints.update(crm.number, { enabled: false })
        else await recover()
      }
      answer(true)
      await recover()
      await wait(0)
      await wait(100 * hour)
      await recover()
      await wait(100 * hour)
      for (const number of numbers) {
        const happened = (await shop.orders.events(number)).map(({ type }) => `${type} ${number}`)
        const heardOf = delivered.filter((heard) => heard.endsWith(` ${number}`))
        // What was missed comes late.
        const isInTurn = !steps.some((step) => step === 'disable' || step === 'recover')
        expect(isInTurn ? heardOf : heardOf.toSorted()).toEqual(isInTurn ? happened : happened.toSorted())
      }
      expect((await statesOf(shop, crm.number)).filter((state) => !state.includes(' delivered '))).toEqual([])
      await shop.endpoints.remove(crm.number)
      await wait(1)
    })
    await fc.assert(property, { numRuns: 12 })
  }, 60_000)
})
