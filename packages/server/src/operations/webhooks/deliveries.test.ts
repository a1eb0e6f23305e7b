/** What deliveries tell, and that many are tried again at once. */
import { expect, onTestFinished, test } from 'vitest'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { addProduct, draftOf } from '../../../test/scenario.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, type CallerV1 } from '../../../test/v1.ts'
import type { ShopStore } from '../../store/store.ts'

const url = 'http://shop.example.com/n.php'
const failure = { at: 0, status: 500, problem: 'answered 500', answer: 'no' }

interface Told {
  readonly service: Service
  readonly shop: ShopStore
  readonly call: CallerV1
}

/** An order that was taken and paid: two old-style notifications, and two webhooks, 3-0 to 4-1. */
async function told(service: Service): Promise<Told> {
  const shop = await aliceOf(service)
  const call = await callerOf(service, ['webhooks:write'])
  await addProduct(shop, {
    name: 'course',
    notify: { created: url, paid: url, prepaid: '', cancelled: '', returned: '' },
  })
  await call({ at: '/webhook-endpoints', body: { url: 'https://crm.example.com/hooks' } })
  await shop.orders.place(draftOf({ email: 'anna@example.com', pay_status: 'paid', paid: 1_700_000_000_000 }))
  return { service, shop, call }
}

async function fail({ shop }: Told): Promise<void> {
  for (const { id } of (await shop.deliveries.list({ limit: 10 })).toReversed()) {
    await shop.deliveries.note(id, failure, 'failed')
  }
}

async function statesOf({ shop }: Told): Promise<Record<string, string>> {
  const all = await shop.deliveries.list({ limit: 10 })
  return Object.fromEntries(
    all.map(({ id, state, dueAt }) => [id, state === 'pending' && dueAt === null ? 'waits' : state]),
  )
}

const always = { from: '2025-12-31T00:00:00Z' }

test.each(databaseNames)('on %s, a delivery has the content that its receiver is told', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  const { call, shop } = await told(service)
  const contents = await Promise.all(
    (await shop.deliveries.list({ limit: 10 })).map(async ({ id, endpoint, event }) => {
      const { content } = (await call({ at: `/deliveries/${id}` })).json as { content: string }
      return { kind: `${event.type} ${endpoint === null ? 'notification' : 'webhook'}`, content }
    }),
  )
  const contentOf = (kind: string): string => contents.find((each) => each.kind === kind)?.content ?? ''
  const form = new URLSearchParams(contentOf('order.created notification'))
  expect(Object.fromEntries(form)).toMatchObject({ status: 'new_order', email: 'anna@example.com' })
  expect(form.has('hash')).toBe(false)
  expect(new URLSearchParams(contentOf('order.paid notification')).has('last_payment_sum')).toBe(true)
  expect(JSON.parse(contentOf('order.paid webhook'))).toMatchObject({
    type: 'order.paid',
    data: { customer: { email: 'anna@example.com' } },
  })
})

test.each(databaseNames)('on %s, what has failed is tried again, each in its turn', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  const given = await told(service)
  await fail(given)
  const all = Object.keys(await statesOf(given))
  expect(all).toHaveLength(4)
  expect(await given.call({ at: '/deliveries/redeliver', body: always })).toMatchObject({
    status: 202,
    json: { from: '2025-12-31T00:00:00.000Z', count: 4, has_more: false },
  })
  const states = await statesOf(given)
  expect(Object.values(states).toSorted()).toEqual(['pending', 'pending', 'waits', 'waits'])
  // What is on its way is left alone.
  expect(await given.call({ at: '/deliveries/redeliver', body: always })).toMatchObject({ json: { count: 0 } })
  const audit = await given.shop.audit.list({ limit: 200 })
  expect(audit.filter(({ action }) => action === 'deliveries.retried')).toMatchObject([{ details: { count: 4 } }])
})

test('of other times, and for endpoints that are disabled, nothing is tried again', async () => {
  const given = await told(await testService())
  await fail(given)
  const { call } = given
  const earlier = { from: '2025-01-01T00:00:00Z', until: '2026-01-01T00:00:00Z' }
  expect(await call({ at: '/deliveries/redeliver', body: earlier })).toMatchObject({ json: { count: 0 } })
  const later = { from: '2026-01-01T00:00:01Z', until: '2027-01-01T00:00:00Z' }
  expect(await call({ at: '/deliveries/redeliver', body: later })).toMatchObject({ json: { count: 0 } })
  await call({ method: 'PATCH', at: '/webhook-endpoints/1', body: { enabled: false } })
  expect(await call({ at: '/deliveries/redeliver', body: always })).toMatchObject({ json: { count: 2 } })
})

test('more than the most is left for another call', async () => {
  const given = await told(await testService())
  await fail(given)
  const range = { from: 0, until: given.service.clock.now + 1 }
  expect(await given.shop.deliveries.retryFailed({ ...range, limit: 3 })).toEqual({ count: 3, hasMore: true })
  expect(await given.shop.deliveries.retryFailed({ ...range, limit: 3 })).toEqual({ count: 1, hasMore: false })
})

test.each([
  [{}, 'from'],
  [{ from: 'yesterday' }, 'from'],
  [{ from: '2026-01-02T00:00:00Z', until: '2026-01-01T00:00:00Z' }, 'until'],
])('%o is refused', async (body, field) => {
  const call = await callerOf(await testService(), ['webhooks:write'])
  expect(await call({ at: '/deliveries/redeliver', body })).toMatchObject({
    status: 422,
    json: { errors: [{ in: 'body', field }] },
  })
})
