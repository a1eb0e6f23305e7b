import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { errors, type ErrorName } from '@billkeep/wire/errors.ts'
import { formFrom } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { databaseNames, placeOn } from '../../test/databases.ts'
import { orderOf, putOrders, storedOrders } from '../../test/orders.ts'
import { eventsOf, type Fields, type Scenario } from '../../test/scenario.ts'
import { call, type Reply, type Service, signed, startService } from '../../test/service.ts'
import type { ShopStore } from '../store/store.ts'
import { functions, functions2 } from './registry.ts'
import { tester } from '../../test/tester.ts'

/** `orders/CreateOrder.scenarios.ts`: each function has such a file beside it, or several: `CreateOrder.refusals.…`. */
const scenariosOf = new Map<string, readonly Scenario[]>()
for (const file of globSync('*/*.scenarios.ts', { cwd: import.meta.dirname })) {
  const { scenarios } = (await import(join(import.meta.dirname, file))) as { scenarios: readonly Scenario[] }
  const name = basename(file).replace(/\..*$/, '')
  scenariosOf.set(name, [...(scenariosOf.get(name) ?? []), ...scenarios])
}

const tables = [
  ...Object.values(functions).map((definition) => ({ version: 1 as const, ...definition })),
  ...Object.values(functions2).map((definition) => ({ version: 2 as const, ...definition })),
]
const all = tables.map(({ name, version, kind, input, errors: own, sample }) => ({
  name,
  version,
  kind,
  own: own as readonly ErrorName[],
  takesOrder: 'bill_id' in input.shape,
  needsParameters: !input.safeParse({}).success,
  sample: sample.input as Fields,
  scenarios: scenariosOf.get(name) ?? [],
}))

interface TestShop {
  readonly login: string
  readonly key: string
  readonly store: ShopStore
}

function bodyFor(version: 1 | 2, form: Fields, { login, key }: Pick<TestShop, 'login' | 'key'>): string {
  return version === 1 ? signed(form, { login, key }) : writeForm(formFrom({ ...form, rpsKey: key }))
}

async function stateOf({ store }: TestShop): Promise<unknown> {
  return [await storedOrders(store), await eventsOf(store), await store.products.list()]
}

test('every scenario is for a function that there is', () => {
  const names = new Set(all.map(({ name }) => name))
  expect([...scenariosOf.keys()].filter((name) => !names.has(name))).toEqual([])
})

describe.each(databaseNames)('on %s', (database) => {
  let service: Service
  beforeAll(async () => {
    service = await startService({}, await placeOn(database))
  })
  afterAll(() => service.close())

  let shops = 0
  async function newShop(): Promise<TestShop> {
    shops += 1
    const { login, keys, id } = await service.store.shops.create(`shop${shops}`, tester)
    return { login, key: keys[0], store: service.store.forShop(id, tester) }
  }

  async function ask(name: string, shop: TestShop, body: string, signedWith = shop.key): Promise<Reply> {
    return call(service, { target: `/api/${name}`, host: `${shop.login}.localhost`, body }, signedWith)
  }

  describe.each(all)('$name', ({ name, version, kind, own, takesOrder, needsParameters, sample, scenarios }) => {
    test.each(scenarios)('$about', async ({ given, form, reply, after }) => {
      const shop = await newShop()
      await given?.(shop.store)
      const before = await stateOf(shop)
      expect(await ask(name, shop, bodyFor(version, form, shop))).toMatchObject({ status: 200, ...reply })
      await after?.(shop.store)
      const mustStay = reply.code !== 0 || kind === 'read'
      expect(mustStay ? await stateOf(shop) : before).toEqual(before)
    })

    test('has a scenario in which it succeeds, and one for each of its errors', () => {
      const codes = new Set(scenarios.map(({ reply }) => reply.code))
      // Only a broken database leads to this one: a test of its own has it.
      const wanted = own.filter((error) => error !== 'orderNotCreated').map((error) => errors[error].code)
      expect([0, ...wanted].filter((code) => !codes.has(code))).toEqual([])
    })

    test("does not find another shop's order", async () => {
      if (!takesOrder) return
      const [shop, other] = [await newShop(), await newShop()]
      await putOrders(other.store, orderOf({ number: 7 }))
      const before = await stateOf(other)
      const { code } = await ask(name, shop, bodyFor(version, { ...sample, bill_id: '7' }, shop))
      expect(own.map((error) => errors[error].code)).toContain(code)
      expect(await stateOf(other)).toEqual(before)
      expect(await ask(name, shop, bodyFor(version, { ...sample, bill_id: '8' }, shop))).toMatchObject({ code })
    })

    test('is refused without proof, with a wrong one and with that of another shop', async () => {
      const [shop, other] = [await newShop(), await newShop()]
      const before = await stateOf(shop)
      const unsigned = writeForm(formFrom({ ...sample, hash: '' }))
      expect(await ask(name, shop, unsigned)).toMatchObject({ code: 1, result: [] })
      for (const wrong of [{ hash: '0'.repeat(32) }, { rpsKey: 'wrong' }, { rpsKey: other.key }]) {
        expect(await ask(name, shop, writeForm(formFrom({ ...sample, ...wrong })))).toMatchObject({
          code: 4,
          result: [],
        })
      }
      const theirs = signed(sample, { login: shop.login, key: other.key })
      expect(await ask(name, shop, theirs)).toMatchObject({ code: 4, result: [] })
      expect(await stateOf(shop)).toEqual(before)
    })

    test('is refused to a shop that is switched off', async () => {
      const shop = await newShop()
      await service.store.shops.setEnabled(shop.login, tester, false)
      expect(await ask(name, shop, bodyFor(version, sample, shop))).toMatchObject({ code: 7, result: [] })
    })

    test('without parameters is refused where it needs some', async () => {
      const shop = await newShop()
      const { code } = await ask(name, shop, bodyFor(version, {}, shop))
      expect(code === 2).toBe(needsParameters)
    })
  })
})
