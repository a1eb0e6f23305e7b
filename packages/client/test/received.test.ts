/** Webhooks and notifications that a real service has sent. */
import { describe, expect, test } from 'vitest'
import { handlersFor } from '../../server/src/jobs/handlers.ts'
import { Runner } from '../../server/src/jobs/runner.ts'
import { createLog } from '../../server/src/log.ts'
import { signedHeaders } from '../../server/src/webhooks/sign.ts'
import { receiver } from '../../server/test/receiver.ts'
import { alice, type Service, testService } from '../../server/test/service.ts'
import { liveThroughAll, takeOrder } from '../../server/test/told-order.ts'
import { tester } from '../../server/test/tester.ts'
import { aliceOf } from '../../server/test/v1.ts'
import { verifyNotification } from '../src/notification.ts'
import { verifyWebhook } from '../src/webhook.ts'
import { clientOf } from './shop.ts'

/** Delivers what is due. */
async function deliver({ store }: Service): Promise<void> {
  const log = createLog('silent', { write: () => {} })
  const parts = {
    store,
    clock: Date.now,
    allowPrivateTargets: true,
    keep: { eventsMs: Infinity, deliveriesMs: Infinity },
    random: () => 0.5,
    log,
    timeoutMs: 20_000,
  }
  const runner = new Runner({ jobs: store.jobs, handlers: handlersFor(parts), clock: Date.now, log })
  for (let round = 0; round < 3; round++) await runner.runDue()
  await runner.stop()
}

describe('a webhook', () => {
  async function delivered() {
    const service = await testService({ clock: Date.now })
    const billkeep = await clientOf(service)
    const target = await receiver()
    const { secret } = await billkeep.v1.webhookEndpoints.create({ url: target.url, types: ['order.created'] })
    await takeOrder(await aliceOf(service))
    await deliver(service)
    const [{ headers, body } = { headers: {}, body: '' }] = target.requests
    return { secret, headers, body }
  }

  test('of the service is believed, and says what happened to what', async () => {
    const { secret, headers, body } = await delivered()
    const { id, event } = await verifyWebhook({ secret, headers, body })
    expect(id).toBe(headers['webhook-id'])
    expect(event.type).toBe('order.created')
    if (event.type !== 'order.created') return
    expect(event.data.customer.email).toBe('anna+1@example.com')
    const bytes = new TextEncoder().encode(body)
    expect(await verifyWebhook({ secret: ['whsec_AAAA', secret], headers: new Headers(headers), body: bytes })).toEqual(
      { id, event },
    )
  })

  test('that is changed, signed by another, or not signed, is refused', async () => {
    const { secret, headers, body } = await delivered()
    const wrong = { name: 'ForgeryError', reason: 'wrong signature' }
    await expect(verifyWebhook({ secret, headers, body: `${body} ` })).rejects.toMatchObject(wrong)
    await expect(verifyWebhook({ secret: 'whsec_AAAA', headers, body })).rejects.toMatchObject(wrong)
    await expect(
      verifyWebhook({ secret, headers: { ...headers, 'webhook-id': 'evt_2_a' }, body }),
    ).rejects.toMatchObject(wrong)
    await expect(
      verifyWebhook({ secret, headers: { ...headers, 'webhook-signature': 'v1,%% v1a,AAAA v1' }, body }),
    ).rejects.toMatchObject(wrong)
    const parsed = JSON.parse(body) as string
    await expect(verifyWebhook({ secret, headers, body: parsed })).rejects.toThrow('before anything has parsed it')
    await expect(verifyWebhook({ secret, headers: {}, body })).rejects.toMatchObject({ reason: 'incomplete' })
    await expect(verifyWebhook({ secret: 'whsec_%', headers, body })).rejects.toThrow('The secret of an endpoint is')
  })

  test('of another time is refused', async () => {
    const secret = `whsec_${btoa('a secret of the test')}`
    const sent = (ageSeconds: number) => {
      const body = '{"type":"endpoint.test","timestamp":"2026-01-31T18:00:00.000Z","data":{"number":7}}'
      const timestamp = Math.floor(Date.now() / 1_000) - ageSeconds
      return { secret, body, headers: signedHeaders({ id: 'evt_1_a', timestamp, body, secrets: [secret] }) }
    }
    await expect(verifyWebhook(sent(400))).rejects.toMatchObject({ reason: 'too old' })
    await expect(verifyWebhook(sent(-400))).rejects.toMatchObject({ reason: 'too new' })
    expect(await verifyWebhook({ ...sent(400), toleranceSeconds: 500 })).toMatchObject({
      event: { type: 'endpoint.test' },
    })
  })
})

describe('a notification', () => {
  async function delivered(): Promise<readonly string[]> {
    const service = await testService({ clock: Date.now })
    const target = await receiver()
    const { id } = await service.store.shops.create('told', tester, { key: alice.key })
    const shop = service.store.forShop(id, tester)
    const urls = {
      created: target.url,
      paid: target.url,
      prepaid: target.url,
      cancelled: target.url,
      returned: target.url,
    }
    await takeOrder(shop, { bread: urls })
    await liveThroughAll(shop)
    await deliver(service)
    return target.requests.map(({ body }) => body)
  }

  test('of each event is believed and read', async () => {
    const bodies = await delivered()
    const told = bodies.map((body) => verifyNotification({ body, key: alice.key }))
    expect(told.map(({ event }) => event)).toEqual(['created', 'prepaid', 'cancelled', 'paid', 'returned'])
    const paid = told[3]
    expect(paid).toMatchObject({
      id: '1',
      email: 'anna+1@example.com',
      paid: '1700003600',
      last_payment_sum: '1601.00',
      prepayment_sum: '',
      fields: { first_name: 'Анна «Ё» 🎓', utm: { campaign: '50 % & more' } },
    })
    expect(paid?.items.map(({ id, title, sum }) => [id, title, sum])).toEqual([
      ['bread+salt', 'Хлеб & соль + 🍞', '1800.00'],
      ['apron', 'Apron [50%]', '800.50'],
      ['bread+salt', 'Хлеб & соль + 🍞', '1.00'],
    ])
    const bytes = new TextEncoder().encode(bodies[3])
    expect(verifyNotification({ body: bytes, key: ` ${alice.key} ` })).toEqual(paid)
  })

  test('that is forged is refused', async () => {
    const [created = '', , , paid = '', returned = ''] = await delivered()
    const refused = (body: string, reason: string, key = alice.key): void => {
      expect(() => verifyNotification({ body, key })).toThrow(expect.objectContaining({ name: 'ForgeryError', reason }))
    }
    refused(created, 'wrong signature', 'another key')
    refused(paid.replace('paid=1700003600', 'paid=1700003601'), 'wrong signature')
    refused(created.replace('id=1', 'id=2'), 'wrong signature')
    refused('id=1&email=a%40example.com', 'incomplete')
    refused('', 'incomplete')
    const parsed = Object.fromEntries(new URLSearchParams(created)) as unknown as string
    expect(() => verifyNotification({ body: parsed, key: alice.key })).toThrow('before anything has parsed it')
    // Its hash is over no time, as that of a payment without one would be.
    refused(returned.replace('status=moneyback', 'last_payment_sum=9.00'), 'incomplete')
  })
})
