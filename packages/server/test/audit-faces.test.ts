/** Each way into a shop's data says in the audit who came by it, and all of them keep one chain. */
import { expect, onTestFinished, test } from 'vitest'
import { pino } from 'pino'
import { handlersFor } from '../src/jobs/handlers.ts'
import { Runner } from '../src/jobs/runner.ts'
import { auditedChanges } from './audited-changes.ts'
import { startProgram } from './command-line.ts'
import { databaseNames, onEachDatabase, type Place, placeOn } from './databases.ts'
import { orderOf } from './orders.ts'
import { addProduct, draftOf } from './scenario.ts'
import { alice, call, forget, type Service, signed, startService } from './service.ts'
import { rowsAt } from './stored-rows.ts'
import { tester } from './tester.ts'
import { callV1, tokenFor } from './v1.ts'

async function serviceOn(place: Place): Promise<Service> {
  const service = await startService({}, place)
  onTestFinished(() => service.close())
  const { id } = await service.store.shops.get('alice')
  await addProduct(service.store.forShop(id, tester), { name: 'course', timerMs: 1_000 })
  return service
}

async function createOrder(service: Service, email: string, key = alice.key): Promise<void> {
  const body = signed({ bill_email: email, goods: [{ good_name: 'course' }] }, { ...alice, key })
  expect((await call(service, { target: '/api/CreateOrder', body }, key)).code).toBe(0)
}

/** The last rows, the oldest of them first. */
async function lastRows({ store }: Service, limit: number) {
  const { audit } = store.forReading((await store.shops.get('alice')).id)
  return (await audit.list({ limit })).toReversed().map(({ action, actor }) => ({ action, ...actor }))
}

async function expectSound({ store }: Service): Promise<void> {
  const { audit } = store.forReading((await store.shops.get('alice')).id)
  expect((await audit.verify()).fault).toBeUndefined()
}

test.each(databaseNames)(
  'on %s, a change by the old protocol, API v1, a job and a command says so',
  async (database) => {
    const place = await placeOn(database)
    const service = await serviceOn(place)
    const { store, clock } = service
    const token = await tokenFor(service)
    await createOrder(service, 'a@example.com')
    await store.shops.rotateKey('alice', tester, 60_000)
    forget(service)
    await createOrder(service, 'b@example.com')
    const order = { email: 'c@example.com', items: [{ product: 'course' }] }
    expect(await callV1(service, { at: '/orders', token, body: order })).toMatchObject({ status: 201 })
    const address = '127.0.0.1'
    const created = { action: 'order.created', address }
    expect(await lastRows(service, 4)).toEqual([
      { ...created, face: 'api', name: 'present key' },
      { action: 'shop.key_rotated', ...tester },
      { ...created, face: 'api', name: 'previous key' },
      { ...created, face: 'v1', name: 'token 1 test' },
    ])
    const now = (): number => clock.now
    const keep = { eventsMs: Infinity, deliveriesMs: Infinity }
    const log = pino({ level: 'silent' })
    const handlers = handlersFor({ store, clock: now, allowPrivateTargets: true, keep, log })
    const runner = new Runner({ jobs: store.jobs, handlers, clock: now, log })
    clock.now += 10_000
    await runner.runDue()
    await runner.stop()
    const cancelled = { action: 'order.cancelled', face: 'job', name: 'timers', address: '' }
    expect(await lastRows(service, 3)).toEqual([cancelled, cancelled, cancelled])
    const where = ['--data', place.dataDir, ...(place.database === undefined ? [] : ['--database', place.database])]
    expect(await startProgram(['product', 'remove', 'course', '--shop', 'alice', ...where]).ended).toBe(0)
    const [removed] = await lastRows(service, 1)
    expect(removed).toEqual({
      action: 'product.removed',
      face: 'cli',
      name: expect.stringMatching(/./) as unknown,
      address: '',
    })
    await expectSound(service)
  },
)

test.each(databaseNames)('on %s, a server and commands that write at once keep one chain', async (database) => {
  const place = await placeOn(database)
  const service = await serviceOn(place)
  const where = ['--shop', 'alice', '--data', place.dataDir]
  const at = [...where, ...(place.database === undefined ? [] : ['--database', place.database])]
  const commands = [1, 2].map((number) =>
    startProgram(['product', 'add', `p${number}`, '--title', 'x', '--price', '1', ...at]),
  )
  const ended = Promise.all(commands.map((command) => command.ended))
  const over = new AbortController()
  void ended.finally(() => over.abort())
  let orders = 0
  for (; !over.signal.aborted; orders += 1) await createOrder(service, `c${orders}@example.com`)
  expect(await ended).toEqual([0, 0])
  const rows = await lastRows(service, orders + 2)
  expect(rows.filter(({ action }) => action === 'product.added')).toHaveLength(2)
  expect(rows.filter(({ action }) => action === 'order.created')).toHaveLength(orders)
  await expectSound(service)
})

onEachDatabase((make) => {
  test('nothing secret, and nothing of a customer, is in any row', async () => {
    const database = make()
    const store = await database.open()
    const { id, keys } = await store.shops.create('alice', tester)
    const data = store.forShop(id, { face: 'v1', name: 'token 1 for me@example.com', address: '192.0.2.1' })
    const shop = { store, id, data }
    for (const [, { make: change }] of auditedChanges) await change(shop)
    const rotated = await store.shops.rotateKey('alice', tester, 5)
    const { text: token } = await data.tokens.create({
      name: 'owner@example.com',
      scopes: [],
      allowedAddresses: [],
      expires: null,
    })
    const secret = 's3cret-of-a-hook'
    await store.shops.configure('alice', tester, {
      title: 'Ask owner@example.com',
      paymentUrl: `https://pay.example.com/${secret}/{number}`,
      notify: { paid: `https://user:${secret}@hooks.example.com/${secret}?key=${secret}` },
    })
    await addProduct(data, {
      name: 'owner@example.com',
      title: `https://a.example/${secret}`,
      extra: { good_file: secret },
    })
    const { email, first_name: name, phone } = orderOf({ email: 'buyer@example.com', first_name: 'Nadezhda' })
    const texts = { ...draftOf().texts, first_name: name, phone, comment: secret }
    const placed = await data.orders.place(
      draftOf({ email, texts, extra: { ip: '198.51.100.7' }, lines: [{ product: 'owner@example.com', sumMinor: 1 }] }),
    )
    expect(placed.outcome).toBe('placed')
    await data.partners.add({ login: 'partner@example.com', basisPoints: 1, parent: null })
    const rows = await rowsAt(database.place, `select * from audit where shop_id = ${id}`)
    expect(rows.length).toBeGreaterThan(auditedChanges.length)
    const all = rows.map((row) => JSON.stringify(row)).join('\n')
    const secrets = [...keys, ...rotated.keys, token, token.slice(-40), secret, 's3cret']
    const personal = [email, name, phone, '198.51.100.7', 'owner@example.com', 'me@example.com', 'partner@example.com']
    expect([...secrets, ...personal].filter((text) => all.includes(text))).toEqual([])
    expect(all).toContain('o…@example.com')
  })
})
