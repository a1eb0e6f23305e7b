import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { Billkeep } from './billkeep.ts'
import { settingsFrom } from './settings.ts'

test.each([
  ['https://alice.shops.example.com', 'https://alice.shops.example.com'],
  [' http://alice.justclick.ru/ ', 'http://alice.justclick.ru'],
  ['http://localhost:8080/@alice/', 'http://localhost:8080/@alice'],
  [new URL('https://orders.alice.example'), 'https://orders.alice.example'],
])('%s is an address', (baseUrl, read) => {
  expect(settingsFrom({ baseUrl }).baseUrl).toBe(read)
})

test.each(['', 'alice.justclick.ru', 'ftp://alice.example', 'https://alice.example/?x=1', 'https://alice.example/#x'])(
  '«%s» is none',
  (baseUrl) => {
    expect(() => new Billkeep({ baseUrl })).toThrow('is no address of a shop')
  },
)

test('what is left out is usual', () => {
  expect(settingsFrom({ baseUrl: 'https://a.example' })).toMatchObject({
    timeoutMs: 30_000,
    retries: 2,
    requireSignature: false,
  })
})

test('a password in an address is refused, and not shown', () => {
  const told = (): Billkeep => new Billkeep({ baseUrl: 'https://anna:secret@alice.example' })
  expect(told).toThrow('«baseUrl» has a user name or password in it')
  expect(told).not.toThrow('secret')
})

test.each(['billkeep_1_1_a\nb', 'жетон'])('a token that no header can hold is refused, and not shown', (token) => {
  const told = (): Billkeep => new Billkeep({ baseUrl: 'https://a.example', token })
  expect(told).toThrow('«token» has characters that no token has')
  expect(told).not.toThrow(token)
})

test('a time that no timer can wait for is refused: it would be over at once', () => {
  expect(() => new Billkeep({ baseUrl: 'https://a.example', timeoutMs: 2 ** 31 })).toThrow('at most 2147483647')
})

test.each([{ timeoutMs: 0 }, { timeoutMs: Number.NaN }, { retries: -1 }, { retries: 0.5 }])(
  '%o is refused',
  (options) => {
    expect(() => new Billkeep({ baseUrl: 'https://a.example', ...options })).toThrow('must be a whole number from')
  },
)

test('secrets are not shown by what prints a client', () => {
  const billkeep = new Billkeep({ baseUrl: 'https://a.example', login: 'alice', key: 'the-key', token: 'the-token' })
  expect(inspect(billkeep, { depth: 9, showHidden: true }) + JSON.stringify(billkeep)).not.toContain('the-')
})
