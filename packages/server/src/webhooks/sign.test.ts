import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, test } from 'vitest'
import { signedHeaders } from './sign.ts'

const libraries = [
  ['standardwebhooks', StandardWebhook],
  ['svix', SvixWebhook],
] as const

const secretOf = (bytes: Uint8Array) => `whsec_${Buffer.from(bytes).toString('base64')}`
const now = (): number => Math.floor(Date.now() / 1_000)
const secret = secretOf(randomBytes(32))
const body = '{"type":"order.paid"}'

// https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md, as its libraries test it.
test('signs what the vector says', () => {
  const vector = {
    id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    timestamp: 1_614_265_330,
    body: '{"test": 2432232314}',
    secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'],
  }
  expect(signedHeaders(vector)).toEqual({
    'webhook-id': vector.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  })
})

test.each(libraries)('%s believes whatever is signed', (_, Webhook) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 24, maxLength: 64 }),
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^evt_\d{1,15}_[\da-f]{12}$/),
      (key, text, id) => {
        const signed = JSON.stringify({ text })
        const headers = signedHeaders({ id, timestamp: now(), body: signed, secrets: [secretOf(key)] })
        expect(() => new Webhook(secretOf(key)).verify(signed, headers)).not.toThrow()
      },
    ),
  )
})

test.each(libraries)('%s believes it with the old secret and the new while both sign', (_, Webhook) => {
  const old = secretOf(randomBytes(24))
  const headers = signedHeaders({ id: 'evt_1_a', timestamp: now(), body, secrets: [secret, old] })
  for (const each of [secret, old]) expect(() => new Webhook(each).verify(body, headers)).not.toThrow()
})

test.each(libraries)('%s believes nothing that is forged or old', (_, Webhook) => {
  const webhook = new Webhook(secret)
  const signing = { id: 'evt_1_a', timestamp: now(), body, secrets: [secret] }
  const headers = signedHeaders(signing)
  expect(() => webhook.verify(`${body} `, headers)).toThrow('No matching signature found')
  expect(() => webhook.verify(body, { ...headers, 'webhook-id': 'evt_2_a' })).toThrow('No matching signature found')
  expect(() => webhook.verify(body, { ...headers, 'webhook-timestamp': String(signing.timestamp - 1) })).toThrow(
    'No matching signature found',
  )
  expect(() => webhook.verify(body, signedHeaders({ ...signing, secrets: [secretOf(randomBytes(32))] }))).toThrow(
    'No matching signature found',
  )
  expect(() => webhook.verify(body, signedHeaders({ ...signing, timestamp: now() - 600 }))).toThrow('too old')
})
