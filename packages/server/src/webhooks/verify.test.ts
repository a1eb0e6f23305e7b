import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { signedHeaders } from './sign.ts'
import { type ArrivedWebhook, eventOf } from './verify.ts'

const now = Date.UTC(2026, 0, 31)
const timestamp = now / 1_000
const secret = secretOf()
const body = '{"type":"order.paid","data":{"comment":"Ёлка"}}'

function secretOf(): string {
  return `whsec_${randomBytes(32).toString('base64')}`
}

function arrived(secrets: readonly string[] = [secret]): ArrivedWebhook {
  return { headers: signedHeaders({ id: 'evt_17_5f0c', timestamp, body, secrets }), body }
}

test('what was signed has its event, as text and as bytes, and while a change of secrets overlaps', () => {
  expect(eventOf(arrived(), { secret, now })).toBe('evt_17')
  expect(eventOf({ ...arrived(), body: Buffer.from(body) }, { secret, now })).toBe('evt_17')
  expect(eventOf(arrived([secretOf(), secret]), { secret, now })).toBe('evt_17')
})

test.each([
  ['nothing signed', { headers: {}, body }],
  ['another secret', arrived([secretOf()])],
  ['another body', { ...arrived(), body: `${body} ` }],
  ['another id', { ...arrived(), headers: { ...arrived().headers, 'webhook-id': 'evt_18_5f0c' } }],
  ['another time', { ...arrived(), headers: { ...arrived().headers, 'webhook-timestamp': String(timestamp + 1) } }],
  ['an empty signature', { ...arrived(), headers: { ...arrived().headers, 'webhook-signature': 'v1, v1,AA v2' } }],
  ['two signatures', { ...arrived(), headers: { ...arrived().headers, 'webhook-signature': ['v1,AA', 'v1,BB'] } }],
])('%s is no event', (_, webhook) => {
  expect(eventOf(webhook, { secret, now })).toBeUndefined()
})

test('an empty secret signs nothing', () => {
  expect(eventOf(arrived(['whsec_']), { secret: 'whsec_', now })).toBeUndefined()
})

test('five minutes early or late count, where time counts', () => {
  for (const [apart, event] of [
    [300_000, 'evt_17'],
    [-300_000, 'evt_17'],
    [300_001, undefined],
    [-300_001, undefined],
  ] as const) {
    expect(eventOf(arrived(), { secret, now: now + apart })).toBe(event)
  }
  expect(eventOf(arrived(), { secret })).toBe('evt_17')
})
