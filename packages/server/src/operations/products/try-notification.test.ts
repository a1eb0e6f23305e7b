import { hash } from 'node:crypto'
import { expect, test } from 'vitest'
import { receiver } from '../../../test/receiver.ts'
import { alice, type Service, testService } from '../../../test/service.ts'
import { addProduct } from '../../../test/scenario.ts'
import { tester } from '../../../test/tester.ts'
import { aliceOf, callerOf, type ReplyV1 } from '../../../test/v1.ts'
import { notifications } from '../../rules/notification.ts'

const at = '/products/course/try-notification'

interface Trying {
  readonly service: Service
  readonly tryIt: (body: unknown, headers?: Readonly<Record<string, string>>) => Promise<ReplyV1>
}

/** A shop that sends for real. */
async function trying({ allowPrivateTargets = true, timeoutMs = 10_000 } = {}): Promise<Trying> {
  let elapsed = 0
  const stopwatch = (): number => (elapsed += 120)
  const service = await testService({ trial: { allowPrivateTargets, timeoutMs, stopwatch } })
  await addProduct(await aliceOf(service), { name: 'course' })
  const call = await callerOf(service, ['products:write'])
  return { service, tryIt: async (body, headers = {}) => call({ at, body, headers }) }
}

test.each(notifications)(
  'the receiver of «%s» reads a signed notification, and what it answers is told',
  async (event) => {
    const script = await receiver((response) => response.end('thanks'))
    const { tryIt, service } = await trying()
    expect(await tryIt({ event, url: `${script.url}/n.php?a=b` })).toMatchObject({
      status: 200,
      json: {
        url: `${script.url}/n.php?a=b`,
        delivered: true,
        status: 200,
        problem: null,
        answer: 'thanks',
        took_ms: 120,
      },
    })
    expect(script.targets).toEqual(['/n.php?a=b'])
    const [form = new URLSearchParams()] = script.received
    const seconds = String(service.clock.now / 1_000)
    const time = event === 'prepaid' || event === 'returned' ? '' : seconds
    expect(form.get('hash')).toBe(hash('md5', `2147483647test@example.com${time}${alice.key}`))
    expect(form.get('items[0][id]')).toBe('course')
  },
)

test('a receiver that refuses, redirects or is silent is told of as it is', async () => {
  const { tryIt } = await trying({ timeoutMs: 50 })
  const broken = await receiver((response) => response.writeHead(500).end(`${'x'.repeat(999)}end`))
  expect(await tryIt({ event: 'paid', url: broken.url })).toMatchObject({
    json: { delivered: false, status: 500, problem: 'answered 500', answer: `${'x'.repeat(999)}e` },
  })
  const moved = await receiver((response) => response.writeHead(302, { location: broken.url }).end())
  expect(await tryIt({ event: 'paid', url: moved.url })).toMatchObject({ json: { delivered: false, status: 302 } })
  expect(broken.received).toHaveLength(1)
  const silent = await receiver(() => {})
  expect(await tryIt({ event: 'paid', url: silent.url })).toMatchObject({
    json: { delivered: false, status: null, problem: 'no answer within 0.05 s' },
  })
})

test('no address that real notifications may not go to is called', async () => {
  const script = await receiver()
  const { tryIt } = await trying({ allowPrivateTargets: false })
  const { json } = await tryIt({ event: 'paid', url: script.url })
  expect(json).toMatchObject({ delivered: false, status: null })
  expect((json as { problem: string }).problem).toContain('not an address of the public internet')
  expect(script.received).toEqual([])
})

test("where no address is given, it goes to the product's or else the shop's", async () => {
  const script = await receiver()
  const { tryIt, service } = await trying()
  expect(await tryIt({ event: 'paid' })).toMatchObject({
    status: 422,
    json: { errors: [{ in: 'body', field: 'url' }] },
  })
  await service.store.shops.configure('alice', tester, { notify: { paid: `${script.url}/shop` } })
  service.clock.now += 1_000
  await tryIt({ event: 'paid' })
  await (
    await aliceOf(service)
  ).products.update('course', ({ notify }) => ({
    notify: { ...notify, paid: `${script.url}/product` },
  }))
  await tryIt({ event: 'paid' })
  expect(script.targets).toEqual(['/shop', '/product'])
})

test('it leaves no trace, and is sent again with the same Idempotency-Key', async () => {
  const script = await receiver()
  const { tryIt, service } = await trying()
  const shop = await aliceOf(service)
  const [before] = await shop.audit.list({ limit: 1 })
  for (let count = 0; count < 2; count += 1)
    await tryIt({ event: 'created', url: script.url }, { 'idempotency-key': 'k' })
  expect(script.received).toHaveLength(2)
  expect(await shop.deliveries.list({ limit: 1 })).toEqual([])
  expect(await shop.audit.list({ limit: 1 })).toEqual([before])
})

test('what is no event or no address is refused', async () => {
  const { tryIt } = await trying()
  for (const [body, field] of [
    [{}, 'event'],
    [{ event: 'sent' }, 'event'],
    [{ event: 'paid', url: 'ftp://a.example/' }, 'url'],
    [{ event: 'paid', url: null }, 'url'],
  ] as const) {
    expect(await tryIt(body)).toMatchObject({ status: 422, json: { errors: [{ in: 'body', field }] } })
  }
})
