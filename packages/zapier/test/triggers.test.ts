import { expect, test } from 'vitest'
import type { ShopStore } from '../../server/src/store/store.ts'
import { addProduct, draftOf } from '../../server/test/scenario.ts'
import { receiver } from '../../server/test/receiver.ts'
import app from '../src/index.ts'
import { type Connection, connect, hookOf } from './connection.ts'

interface Hook {
  readonly performSubscribe: Perform
  readonly performUnsubscribe: Perform
  readonly perform: Perform
  readonly performList: Perform
  readonly sample: Readonly<Record<string, unknown>>
}

type Perform = Parameters<Connection['run']>[0]

const hooks = {
  new_order: hookIn(app.triggers['new_order']),
  order_paid: hookIn(app.triggers['order_paid']),
  order_cancelled: hookIn(app.triggers['order_cancelled']),
  order_returned: hookIn(app.triggers['order_returned']),
}

function hookIn(trigger: unknown): Hook {
  return (trigger as { readonly operation: Hook }).operation
}

const paid = { to: 'paid', at: 1_700_000_000_000, payway: 'card' } as const

/** What makes the trigger fire. */
const happenings: Readonly<Record<keyof typeof hooks, (shop: ShopStore) => Promise<number>>> = {
  new_order: order,
  async order_paid(shop) {
    const number = await order(shop)
    await shop.orders.change(number, paid)
    return number
  },
  async order_cancelled(shop) {
    const number = await order(shop)
    await shop.orders.change(number, { to: 'cancel' })
    return number
  },
  async order_returned(shop) {
    const number = await order(shop)
    await shop.orders.change(number, paid)
    await shop.orders.change(number, { to: 'return' })
    return number
  },
}

const statuses = { new_order: 'waiting', order_paid: 'paid', order_cancelled: 'cancelled', order_returned: 'returned' }

async function order({ orders }: ShopStore): Promise<number> {
  const placed = await orders.place(draftOf({ repeats: 'separate' }))
  if (placed.outcome !== 'placed') throw new Error('The shop takes no orders.')
  return placed.number
}

const triggers = Object.keys(hooks) as readonly (keyof typeof hooks)[]

test('these are all triggers, but for what fills fields', () => {
  expect(Object.keys(app.triggers).filter((key) => key !== 'product_list')).toEqual(triggers)
})

test.each(triggers)('%s: subscribed, told, asked for, unsubscribed', async (name) => {
  const { run, shop, deliver } = await connect()
  const { performSubscribe, performUnsubscribe, perform, performList } = hooks[name]
  const hook = await receiver()
  const subscribeData = await run(performSubscribe, { targetUrl: hook.url })
  const number = await happenings[name](shop)
  await deliver()

  expect(hook.requests).toHaveLength(1)
  const told = await run(perform, { subscribeData, ...hookOf(hook) })
  expect(told).toEqual([expect.objectContaining({ number, status: statuses[name], total: 2_000, currency: 'RUB' })])
  // Zapier tells by the id what it has seen: it must be the same whichever way it comes.
  expect(await run(performList)).toEqual(told)

  await run(performUnsubscribe, { subscribeData })
  expect(await shop.endpoints.list()).toEqual([])
  await happenings[name](shop)
  await deliver()
  expect(hook.requests).toHaveLength(1)
  await expect(run(performUnsubscribe, { subscribeData })).resolves.toBeDefined()
})

test.each(triggers)('%s: what comes has the fields of the sample', async (name) => {
  const { run, shop } = await connect()
  await happenings[name](shop)
  const [first] = (await run(hooks[name].performList)) as readonly object[]
  const { sample } = hooks[name]
  expect(Object.keys(first ?? {}).toSorted()).toEqual(Object.keys(sample).toSorted())
  expect(sample).toMatchObject({ status: statuses[name], total: 1_500 })
})

test('the latest comes first, each once', async () => {
  const { run, shop } = await connect()
  const numbers = [await order(shop), await order(shop), await order(shop)]
  const found = (await run(hooks.new_order.performList)) as readonly { readonly id: string; readonly number: number }[]
  expect(found.map(({ number }) => number)).toEqual(numbers.toReversed())
  expect(new Set(found.map(({ id }) => id)).size).toBe(3)
})

test('what is not signed by the shop starts no Zap', async () => {
  const { run, shop, deliver } = await connect()
  const { performSubscribe, perform } = hooks.new_order
  const hook = await receiver()
  const subscribeData = (await run(performSubscribe, { targetUrl: hook.url })) as { readonly secret: string }
  await order(shop)
  await deliver()
  const { rawRequest, cleanedRequest } = hookOf(hook)
  const { headers = {}, content = '' } = rawRequest
  const refused = async (changed: typeof rawRequest, kept: object = subscribeData): Promise<void> => {
    const bundle = { subscribeData: kept, cleanedRequest, rawRequest: { ...rawRequest, ...changed } }
    await expect(run(perform, bundle)).rejects.toThrow('not signed by the shop')
  }
  await refused({ content: content.replace('waiting', 'paid') })
  await refused({ headers: {} })
  await refused({ headers: { ...headers, 'Http-Webhook-Id': 'evt_9_abc' } })
  await refused({ headers: { ...headers, 'Http-Webhook-Signature': 'v1, v1,AAAA v2' } })
  await refused({}, { ...subscribeData, secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwb3Jkgd4tUeA=' })
  await expect(run(perform, { subscribeData, cleanedRequest, rawRequest })).resolves.toHaveLength(1)
})

test('somebody who tries out the endpoint starts no Zap', async () => {
  const { run, shop, deliver } = await connect()
  const hook = await receiver()
  const subscribeData = await run(hooks.order_paid.performSubscribe, { targetUrl: hook.url })
  const [endpoint] = await shop.endpoints.list()
  await shop.endpoints.sendTest(endpoint?.number ?? 0)
  await deliver()
  expect(hook.requests).toHaveLength(1)
  expect(await run(hooks.order_paid.perform, { subscribeData, ...hookOf(hook) })).toEqual([])
})

test('a field shows all products, a page at a time', async () => {
  const { run, shop } = await connect()
  for (let count = 0; count < 205; count += 1) await addProduct(shop, { name: `p${count}` })
  const { perform } = pollingIn(app.triggers['product_list'])
  const pageOf = async (page: number) =>
    (await run(perform, { meta: { page } })) as readonly { readonly name: string }[]
  const pages = [await pageOf(0), await pageOf(1), await pageOf(2)]
  expect(pages.map(({ length }) => length)).toEqual([200, expect.toSatisfy((count: number) => count > 5), 0])
  const names = new Set(pages.flat().map(({ name }) => name))
  expect(names.size).toBe(pages.flat().length)
  expect(names).toContain('p204')
  expect(pages.flat().find(({ name }) => name === 'course')).toMatchObject({ title: 'The course', price: 2_000 })
})

function pollingIn(trigger: unknown): { readonly perform: Perform } {
  return (trigger as { readonly operation: { readonly perform: Perform } }).operation
}
