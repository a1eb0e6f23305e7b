import { createHmac, randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { type ArrivedWebhook, eventIdIn, verifyWebhook, type WebhookVerdict } from './webhook-signature.ts'

const now = Date.UTC(2026, 0, 31) / 1_000
const secret = secretOf()
const body = '{"type":"order.paid","data":{"comment":"Ёлка"}}'

function secretOf(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

function signatureWith(key: string): string {
  const hmac = createHmac('sha256', Buffer.from(key.replace(/^whsec_/, ''), 'base64'))
  return `v1,${hmac.update(`evt_17_5f0c.${now}.${body}`).digest('base64')}`
}

function arrived(
  secrets: readonly string[] = [secret],
): Omit<ArrivedWebhook, 'headers'> & { headers: Record<string, string> } {
  const headers = {
    'webhook-id': 'evt_17_5f0c',
    'webhook-timestamp': String(now),
    'webhook-signature': secrets.map(signatureWith).join(' '),
  }
  return { headers, body, secrets: [secret], nowUnixSeconds: now }
}

async function verdictWith(changes: Readonly<Record<string, unknown>>): Promise<WebhookVerdict> {
  const webhook = arrived()
  return verifyWebhook({ ...webhook, headers: { ...webhook.headers, ...changes } as ArrivedWebhook['headers'] })
}

test('the example of Standard Webhooks is right', async () => {
  const headers = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  }
  const secrets = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw']
  const example = { headers, secrets, body: '{"test": 2432232314}', nowUnixSeconds: 1_614_265_330 }
  expect(await verifyWebhook(example)).toBe('ok')
})

test('what was signed is genuine: as text, as bytes, and while a change of secrets overlaps on either side', async () => {
  expect(await verifyWebhook(arrived())).toBe('ok')
  expect(await verifyWebhook({ ...arrived(), body: Buffer.from(body) })).toBe('ok')
  expect(await verifyWebhook(arrived([secretOf(), secret]))).toBe('ok')
  expect(await verifyWebhook({ ...arrived(), secrets: [secretOf(), secret] })).toBe('ok')
})

test('headers are read in any case of letters, in the form of Node and of fetch', async () => {
  const { headers } = arrived()
  const written = Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value] as const)
  expect(await verifyWebhook({ ...arrived(), headers: Object.fromEntries(written) })).toBe('ok')
  expect(await verifyWebhook({ ...arrived(), headers: new Headers(headers) })).toBe('ok')
  expect(eventIdIn(headers)).toBe('evt_17')
  expect(eventIdIn({ 'webhook-id': 'x' })).toBe('')
})

test.each([
  ['another secret', arrived([secretOf()])],
  ['no secret', { ...arrived(), secrets: [] }],
  ['another body', { ...arrived(), body: `${body} ` }],
])('%s is a wrong signature', async (_, webhook) => {
  expect(await verifyWebhook(webhook)).toBe('wrong signature')
})

test.each([
  ['another id', { 'webhook-id': 'evt_18_5f0c' }, 'wrong signature'],
  ['another time', { 'webhook-timestamp': String(now + 1) }, 'wrong signature'],
  ['no signature', { 'webhook-signature': undefined }, 'wrong signature'],
  ['signatures that are none', { 'webhook-signature': 'v1, v1,AA v1,%% v2 v1a,AAAA' }, 'wrong signature'],
  [
    'a signature of another version',
    { 'webhook-signature': signatureWith(secret).replace('v1', 'v2') },
    'wrong signature',
  ],
  ['two signatures in two headers', { 'webhook-signature': ['v1,AA', 'v1,BB'] }, 'wrong signature'],
  ['no id', { 'webhook-id': '' }, 'incomplete'],
  ['no time', { 'webhook-timestamp': undefined }, 'incomplete'],
  ['a time that is none', { 'webhook-timestamp': '2026-01-31' }, 'incomplete'],
])('%s: %o is %s', async (_, changes, verdict) => {
  expect(await verdictWith(changes)).toBe(verdict)
})

test.each(['', 'whsec_', 'whsec_%'])('«%s» is no secret: an empty one would let anybody sign', async (none) => {
  await expect(verifyWebhook({ ...arrived(['whsec_']), secrets: [none] })).rejects.toThrow('The secret of an endpoint')
})

test('five minutes early or late count, where time counts', async () => {
  for (const [apart, verdict] of [
    [300, 'ok'],
    [-300, 'ok'],
    [301, 'too old'],
    [-301, 'too new'],
  ] as const) {
    expect(await verifyWebhook({ ...arrived(), nowUnixSeconds: now + apart })).toBe(verdict)
  }
  expect(await verifyWebhook({ ...arrived(), nowUnixSeconds: 0, toleranceSeconds: Infinity })).toBe('ok')
})
