import { expect, test } from 'vitest'
import { onEachDatabase } from '../../test/databases.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { expectVerified, listener, statesOf, toldShop, verify } from '../../test/told-endpoints.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

onEachDatabase((make) => {
  test('an endpoint hears of all that happens to orders and products, and the libraries believe it', async () => {
    const { shop, clock, run } = await toldShop(make())
    const crm = await listener(shop)
    await addProduct(shop, { name: 'course' })
    await shop.products.update('course', () => ({ title: 'Course' }))
    await shop.products.update('course', () => ({ title: 'Course' }))
    await shop.orders.place(draftOf())
    await shop.orders.pay(1, { sumMinor: 1_000, at: clock.now, payway: '' })
    await shop.orders.change(1, { to: 'paid', at: clock.now, payway: '' })
    await shop.orders.change(1, { to: 'return' })
    await shop.orders.delete(1)
    await shop.products.remove('course')
    await run()
    expect(crm.heard().toSorted()).toEqual(
      [
        'product.created 1',
        'product.updated 1',
        'order.created 1',
        'order.prepaid 1',
        'order.paid 1',
        'order.returned 1',
        'order.deleted 1',
        'product.deleted 1',
      ].toSorted(),
    )
    expect(crm.heard().filter((heard) => heard.startsWith('order'))).toEqual([
      'order.created 1',
      'order.prepaid 1',
      'order.paid 1',
      'order.returned 1',
      'order.deleted 1',
    ])
    expectVerified(crm, clock.now)
    expect(crm.targets).toEqual(crm.targets.map(() => '/hooks'))
  })

  test('says what happened, when, and to what, as API v1 has it', async () => {
    const { shop, clock, run } = await toldShop(make())
    const crm = await listener(shop, ['order.created'])
    await addProduct(shop, { name: 'course' })
    await shop.orders.place(draftOf({ created: clock.now }))
    await run()
    expect(crm.requests).toHaveLength(1)
    const [{ headers, body } = { headers: {}, body: '{}' }] = crm.requests
    expect(headers).toMatchObject({
      'content-type': 'application/json',
      'user-agent': 'Billkeep',
      'webhook-id': expect.stringMatching(/^evt_2_[\da-f]{12}$/) as string,
      'webhook-timestamp': String(clock.now / 1_000),
      'webhook-signature': expect.stringMatching(/^v1,[\w+/]{43}=$/) as string,
    })
    const at = new Date(clock.now).toISOString()
    expect(JSON.parse(body)).toMatchObject({
      type: 'order.created',
      timestamp: at,
      data: { number: 1, status: 'waiting', created_at: at, currency: 'RUB', total: 200_000 },
    })
  })

  test('another shop gives its events other ids', async () => {
    const { store, shop } = await toldShop(make())
    const other = await store.shops.create('bob', { face: 'cli', name: 'tester', address: '' })
    const theirs = store.forShop(other.id, { face: 'cli', name: 'tester', address: '' })
    expect(shop.endpoints.messageIdOf(1)).not.toBe(theirs.endpoints.messageIdOf(1))
  })

  test('both secrets sign while a rotation overlaps, and then the new one alone', async () => {
    const { shop, clock, run, wait } = await toldShop(make())
    const crm = await listener(shop, ['product.created'])
    const rotated = await shop.endpoints.rotateSecret(crm.number, day)
    await addProduct(shop, { name: 'a' })
    await run()
    const [first] = crm.requests
    for (const secret of [crm.secret, rotated?.secret ?? '']) {
      expect(() => first && verify(first, secret, clock.now)).not.toThrow()
    }
    await wait(day)
    await addProduct(shop, { name: 'b' })
    await run()
    const [, second] = crm.requests
    expect(() => second && verify(second, rotated?.secret ?? '', clock.now)).not.toThrow()
    expect(() => second && verify(second, crm.secret, clock.now)).toThrow('No matching signature found')
    expect(second?.headers['webhook-signature']).not.toContain(' ')
  })

  test('an endpoint that fails is tried ten times in 75 hours, each time with the same id and a new time', async () => {
    const { shop, clock, run, wait } = await toldShop(make())
    const crm = await listener(shop, ['order.created'])
    crm.answer = (response) => response.writeHead(503).end()
    await addProduct(shop, { name: 'course' })
    await shop.orders.place(draftOf())
    const begin = clock.now
    await run()
    const pauses = [5_000, 5 * minute, 30 * minute, 2 * hour, 5 * hour, 10 * hour, 14 * hour, 20 * hour, 24 * hour]
    for (const pause of pauses) {
      await wait(pause - 1)
      const before = crm.requests.length
      await wait(1)
      expect(crm.requests).toHaveLength(before + 1)
    }
    await wait(30 * day)
    expect(crm.requests).toHaveLength(10)
    expect(new Set(crm.requests.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(new Set(crm.requests.map(({ body }) => body)).size).toBe(1)
    const last = crm.requests.at(-1)
    const lastAt = Number(last?.headers['webhook-timestamp']) * 1_000
    expect(Math.round((lastAt - begin) / hour)).toBe(76)
    expect(() => last && verify(last, crm.secret, lastAt)).not.toThrow()
    expect(await statesOf(shop, crm.number)).toEqual(['order.created failed 10'])
  })

  test('a redirect is not followed, and any 2xx is delivered', async () => {
    const { shop, run } = await toldShop(make())
    const elsewhere = await listener(shop, ['endpoint.failing'])
    const crm = await listener(shop, ['product.created'])
    crm.answer = (response) => response.writeHead(302, { location: elsewhere.url }).end()
    await addProduct(shop, { name: 'a' })
    await run()
    crm.answer = (response) => response.writeHead(204).end()
    await addProduct(shop, { name: 'b' })
    await run()
    expect(elsewhere.requests).toEqual([])
    expect(await statesOf(shop, crm.number)).toEqual(['product.created pending 1', 'product.created delivered 1'])
  })

  test('an endpoint that answers 410 is disabled at once, others are told so, and nothing is tried any more', async () => {
    const { shop, clock, logged, run, wait } = await toldShop(make())
    const [gone, watcher] = [await listener(shop), await listener(shop, ['endpoint.disabled'])]
    gone.answer = (response) => response.writeHead(410).end()
    await addProduct(shop, { name: 'course' })
    for (let index = 0; index < 20; index += 1) await shop.orders.place(draftOf({ email: `a${index}@b` }))
    await run()
    const tried = gone.requests.length
    expect(tried).toBeLessThanOrEqual(8)
    expect(await shop.endpoints.find(gone.number)).toMatchObject({ disabled: { reason: 'gone', at: clock.now } })
    expect(watcher.heard()).toEqual([`endpoint.disabled ${gone.number}`])
    const states = await statesOf(shop, gone.number)
    expect(states).toHaveLength(21)
    expect(states.filter((state) => !/ failed [01]$/.test(state))).toEqual([])
    const [{ lastProblem } = { lastProblem: '' }] = await shop.deliveries.list({ endpoint: gone.number, limit: 1 })
    expect(lastProblem).toContain('the endpoint is disabled')
    await shop.orders.place(draftOf({ email: 'late@b' }))
    await wait(30 * day)
    expect(gone.requests).toHaveLength(tried)
    expect(await statesOf(shop, gone.number)).toHaveLength(21)
    expect(logged).toEqual([expect.objectContaining({ endpoint: gone.number, problem: 'answered 410' })])
    expect(JSON.stringify(logged)).not.toContain('/hooks')
  })

  test('an endpoint that fails for five days is disabled, after two warnings in events and log', async () => {
    const { shop, logged, wait } = await toldShop(make())
    const [dead, watcher] = [await listener(shop), await listener(shop, ['endpoint.failing', 'endpoint.disabled'])]
    dead.answer = (response) => response.destroy()
    for (let hours = 0; hours <= 5 * 24; hours += 4) {
      await addProduct(shop, { name: `at ${hours}` })
      await wait(4 * hour)
    }
    expect(watcher.heard().map((heard) => heard.split(' ')[0])).toEqual([
      'endpoint.failing',
      'endpoint.failing',
      'endpoint.disabled',
    ])
    expect(await shop.endpoints.find(dead.number)).toMatchObject({ disabled: { reason: 'failing' }, warnings: 2 })
    expect(logged.map(({ msg }) => msg)).toEqual([
      expect.stringContaining('will be disabled'),
      expect.stringContaining('will be disabled'),
      expect.stringContaining('was disabled'),
    ])
    const { events } = await shop.events.list({ types: ['endpoint.failing'], order: 'newest first', limit: 5 })
    expect(events[0]?.event).toMatchObject({
      endpoint: { number: dead.number, problem: 'the connection was closed before an answer' },
    })
    expect((await shop.deliveries.list({ state: 'pending', limit: 10 })).map(({ id }) => id)).toEqual([])
  })

  test('one success ends the troubles', async () => {
    const { shop, run, wait } = await toldShop(make())
    const crm = await listener(shop, ['product.created'])
    crm.answer = (response) => response.writeHead(500).end()
    await addProduct(shop, { name: 'a' })
    await run()
    await wait(2 * day)
    expect(await shop.endpoints.find(crm.number)).toMatchObject({ warnings: 1 })
    crm.answer = (response) => response.end()
    await wait(5 * day)
    expect(await shop.endpoints.find(crm.number)).toMatchObject({ failingSince: null, warnings: 0, warnedAt: null })
  })

  test('what is on its way goes to a new address, which begins without the troubles of the old one', async () => {
    const { shop, run, wait } = await toldShop(make())
    const [old, fresh] = [await listener(shop, ['product.created']), await listener(shop, ['order.sent'])]
    old.answer = (response) => response.writeHead(500).end()
    await addProduct(shop, { name: 'a' })
    await run()
    const moved = await shop.endpoints.update(old.number, { url: fresh.url })
    expect(moved).toMatchObject({ failingSince: null, url: fresh.url })
    await wait(minute)
    expect(fresh.heard()).toEqual(['product.created 1'])
  })

  test('of an endpoint that is gone, what was on its way ends', async () => {
    const { shop, run, wait } = await toldShop(make())
    const crm = await listener(shop)
    crm.answer = (response) => response.writeHead(500).end()
    await addProduct(shop, { name: 'course' })
    await shop.orders.place(draftOf())
    await shop.orders.change(1, { to: 'cancel' })
    await run()
    expect(await shop.endpoints.remove(crm.number)).toMatchObject({ number: crm.number })
    await wait(day)
    expect(await statesOf(shop, crm.number)).toEqual([
      'product.created failed 1',
      'order.created failed 1',
      'order.cancelled failed 0',
    ])
    expect(crm.requests).toHaveLength(2)
    expect(await shop.deliveries.retry('1-0')).toBe('disabledEndpoint')
    expect(await shop.endpoints.find(crm.number)).toBeUndefined()
  })

  test('what was due to one that was disabled meanwhile is not tried', async () => {
    const { shop, wait } = await toldShop(make())
    const crm = await listener(shop)
    await addProduct(shop, { name: 'course' })
    await shop.endpoints.update(crm.number, { enabled: false })
    await wait(0)
    expect(crm.requests).toEqual([])
    expect(await statesOf(shop, crm.number)).toEqual(['product.created failed 0'])
    expect(await shop.deliveries.retry('1-0')).toBe('disabledEndpoint')
  })

  test('a test event goes to its endpoint alone, even while another is waiting', async () => {
    const { shop, clock, run } = await toldShop(make())
    const [crm, other] = [await listener(shop, ['order.sent']), await listener(shop)]
    crm.answer = (response) => response.writeHead(500).end()
    expect(await shop.endpoints.sendTest(crm.number)).toEqual({ delivery: '1-0' })
    await run()
    crm.answer = (response) => response.end()
    expect(await shop.endpoints.sendTest(crm.number)).toEqual({ delivery: '2-0' })
    await run()
    expect(crm.heard()).toEqual([`endpoint.test ${crm.number}`, `endpoint.test ${crm.number}`])
    expect(other.requests).toEqual([])
    expectVerified(crm, clock.now)
    await shop.endpoints.update(crm.number, { enabled: false })
    expect(await shop.endpoints.sendTest(crm.number)).toBe('disabled')
    expect(await shop.endpoints.sendTest(99)).toBeUndefined()
  })

  test('old-style notifications and other endpoints do not wait for one that is dead', async () => {
    const { shop, run } = await toldShop(make())
    const [dead, alive] = [await listener(shop), await listener(shop)]
    dead.answer = (response) => response.destroy()
    const url = `${alive.url}/old.php`
    await addProduct(shop, {
      name: 'course',
      notify: { created: url, paid: url, prepaid: '', cancelled: '', returned: '' },
    })
    await shop.orders.place(draftOf())
    await shop.orders.change(1, { to: 'paid', at: 0, payway: '' })
    await run()
    expect(alive.targets.filter((target) => target === '/old.php')).toHaveLength(2)
    expect(alive.targets.filter((target) => target === '/hooks')).toHaveLength(3)
    expect(await statesOf(shop, dead.number)).toEqual([
      'product.created pending 1',
      'order.created pending 1',
      'order.paid pending 0',
    ])
  })
})
