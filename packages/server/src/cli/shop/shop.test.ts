import { beforeEach, describe, expect, test } from 'vitest'
import { billkeep, billkeepJson, type Outcome } from '../../../test/command-line.ts'
import { throwAwayFolder } from '../../../test/databases.ts'

let env: { BILLKEEP_DATA: string }
let key: string

const shop = async (...args: string[]): Promise<Outcome> => billkeep(['shop', ...args], { env })
const shopJson = async (...args: string[]): Promise<unknown> => billkeepJson(['shop', ...args], { env })

beforeEach(async () => {
  env = { BILLKEEP_DATA: throwAwayFolder() }
  ;({ key } = (await shopJson('create', 'Anna')) as { key: string })
})

describe('create', () => {
  test('makes a random key of 40 characters', async () => {
    expect(key).toMatch(/^[A-Za-z0-9]{40}$/)
    expect((await shop('create', 'boris')).out).toMatch(/^Made shop boris\.\nAPI key: [A-Za-z0-9]{40}\n$/)
  })

  test('keeps the key of the old platform', async () => {
    expect(await shopJson('create', 'boris', '--key', ' old #1=[%] ')).toMatchObject({ key: 'old #1=[%]' })
  })

  test.each([
    [['create', 'anna'], 'There is a shop «anna» already.'],
    [['create', 'a.b'], '«a.b» cannot be a login'],
    [['create', 'boris', '--key', ' '], 'A key has 1 to 255 printable characters.'],
    [['create', 'boris', '--key', 'a\tb'], 'A key has 1 to 255 printable characters.'],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await shop(...args)
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(await shopJson('list')).toHaveLength(1)
  })
})

describe('list', () => {
  test('shows all, by login', async () => {
    await shop('create', 'boris')
    await shop('disable', 'boris')
    const [header, anna, boris] = (await shop('list')).out.split('\n')
    expect(header).toMatch(/^LOGIN {2}API {7}DOMAINS {2}MAY CALL {3}CREATED$/)
    expect(anna).toMatch(/^Anna {3}enabled {12}everybody {2}\d{4}-\d\d-\d\d \d\d:\d\d UTC$/)
    expect(boris).toMatch(/^boris {2}disabled/)
  })

  test('says how to begin where there is none', async () => {
    expect(await billkeep(['shop', 'list', '--data', throwAwayFolder()])).toEqual({
      code: 0,
      out: '',
      err: 'No shops yet. Make one: billkeep shop create LOGIN\n',
    })
  })
})

test('show tells everything but the keys', async () => {
  await shop('rotate-key', 'anna')
  const { out } = await shop('show', 'ANNA')
  expect(out).toMatch(/^Login: {11}Anna\n/)
  expect(out).toMatch(/^Old key: {9}works until \d{4}/m)
  expect(out).toMatch(/^Language: {8}en\n/m)
  expect(out).toMatch(/^Tell: paid: {6}nobody\n/m)
  const { key: present } = (await shopJson('key', 'anna')) as { key: string }
  for (const secret of [key, present]) {
    expect(out).not.toContain(secret)
    expect(JSON.stringify(await shopJson('show', 'anna'))).not.toContain(secret)
    expect(JSON.stringify(await shopJson('list'))).not.toContain(secret)
  }
})

describe('set', () => {
  const url = 'https://shop.example.com/paid.php'

  test('changes what is said, and shows how it was', async () => {
    const { code, out } = await shop(
      'set',
      'anna',
      '--title=Аннина кухня',
      '--language=ru',
      '--time-zone=europe/moscow',
      '--currency=eur',
      '--payment-url=https://pay.example.com/?n={number}',
      `--notify-paid=${url}`,
    )
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      'Title: none → Аннина кухня',
      'Language: en → ru',
      'Time zone: UTC → Europe/Moscow',
      'Currency: RUB → EUR',
      'Paid at: nowhere → https://pay.example.com/?n={number}',
      `Tell: paid: nobody → ${url}`,
      '',
    ])
    expect(await shopJson('show', 'anna')).toMatchObject({
      title: 'Аннина кухня',
      language: 'ru',
      time_zone: 'Europe/Moscow',
      currency: 'EUR',
      payment_url: 'https://pay.example.com/?n={number}',
      notify: { created: '', paid: url, prepaid: '', cancelled: '', returned: '' },
    })
    expect((await shop('show', 'anna')).out).toMatch(/^Title: {11}Аннина кухня\n/m)
  })

  test.each(['created', 'paid', 'prepaid', 'cancelled', 'returned'])(
    'sets and removes whom to tell: %s',
    async (name) => {
      expect(await shopJson('set', 'anna', `--notify-${name}`, url)).toMatchObject({ notify: { [name]: url } })
      expect((await shop('set', 'anna', `--notify-${name}`, '')).out).toBe(`Tell: ${name}: ${url} → nobody\n`)
    },
  )

  test('says so where nothing changes', async () => {
    expect((await shop('set', 'anna', '--language', 'en')).out).toBe('Nothing changed: Anna was like that already.\n')
  })

  test.each([
    [['--language', 'de'], 'Allowed choices are en, ru'],
    [['--time-zone', 'Mars'], '«Mars» is not a time zone.'],
    [['--currency', 'XYZ'], '«XYZ» is not a currency.'],
    [['--title', 'a\nb'], 'A title is one line'],
    [['--payment-url', 'https://pay.example.com/{x}'], '«{x}» is nothing that can be filled in.'],
    [['--notify-created', 'shop.example.com'], '«shop.example.com» cannot be notified'],
  ])('refuses %j and changes nothing', async (args, message) => {
    const before = await shopJson('show', 'anna')
    const { code, err } = await shop('set', 'anna', '--title', 'x', ...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
    expect(await shopJson('show', 'anna')).toEqual(before)
  })

  test('wants to be told something', async () => {
    const { code, err } = await shop('set', 'anna')
    expect(code).toBe(2)
    expect(err).toContain('Say what to change, like --language ru.')
  })
})

test('disable and enable', async () => {
  expect(await shop('disable', 'anna')).toMatchObject({
    code: 0,
    out: 'Anna is disabled. To switch it on again: billkeep shop enable Anna\n',
  })
  expect(await shopJson('show', 'anna')).toMatchObject({ enabled: false })
  expect(await shopJson('enable', 'anna')).toMatchObject({ enabled: true })
})

describe('key and rotate-key', () => {
  test('key prints the key alone', async () => {
    expect(await shop('key', 'anna')).toEqual({ code: 0, out: `${key}\n`, err: '' })
  })

  test('the old key works for a week more', async () => {
    const { out } = await shop('rotate-key', 'anna')
    const rotated = (await shopJson('key', 'anna')) as { key: string; previous_key: string; previous_key_until: string }
    expect(out).toContain(`New API key of Anna: ${rotated.key}\nThe old key works until `)
    expect(rotated.previous_key).toBe(key)
    const days = (Date.parse(rotated.previous_key_until) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(6.99)
    expect(days).toBeLessThanOrEqual(7)
    expect((await shop('key', 'anna')).err).toMatch(/^The key before it works until /)
  })

  test.each([
    ['12h', 12 * 3_600],
    ['30m', 1_800],
    ['45s', 45],
  ])('or for %s', async (overlap, seconds) => {
    const { previous_key_until } = (await shopJson('rotate-key', 'anna', '--overlap', overlap)) as {
      previous_key_until: string
    }
    expect((Date.parse(previous_key_until) - Date.now()) / 1_000).toBeCloseTo(seconds, -1)
  })

  test('or not at all', async () => {
    expect((await shop('rotate-key', 'anna', '--overlap', '0')).out).toContain('The old key has stopped.\n')
    expect(await shopJson('key', 'anna')).toMatchObject({ previous_key: null })
  })
})

describe('domain', () => {
  test('add and remove', async () => {
    expect((await shop('domain', 'add', 'anna', 'Shop.Example.com')).out).toBe('Domains of Anna: shop.example.com\n')
    expect(await shopJson('domain', 'add', 'anna', 'a.example.org')).toMatchObject({
      domains: ['a.example.org', 'shop.example.com'],
    })
    await shop('domain', 'remove', 'anna', 'a.example.org')
    expect((await shop('domain', 'remove', 'anna', 'shop.example.com')).out).toBe('Domains of Anna: none of its own\n')
  })

  test.each([
    [['add', 'boris', 'shop.example.com'], '«shop.example.com» is linked to another shop.'],
    [['add', 'boris', 'http://x.example.com'], 'is not a host name'],
    [['remove', 'boris', 'shop.example.com'], 'shop.example.com'],
    [['remove', 'boris', 'nowhere.example.com'], 'nowhere.example.com'],
  ])('refuses %j', async (args, message) => {
    await shop('create', 'boris')
    await shop('domain', 'add', 'anna', 'shop.example.com')
    const { code, err } = await shop('domain', ...args)
    expect(code).toBe(1)
    expect(err).toContain(message)
    expect(await shopJson('show', 'anna')).toMatchObject({ domains: ['shop.example.com'] })
  })
})

describe('allow', () => {
  test('replaces the list and tells how to put it back', async () => {
    await shop('allow', 'anna', '203.0.113.7', '2001:db8::/32')
    expect((await shop('allow', 'anna')).out.split('\n')).toEqual([
      'Before: 203.0.113.7 2001:db8::/32',
      'Now:    everybody',
      'To put the list back: billkeep shop allow Anna 203.0.113.7 2001:db8::/32',
      '',
    ])
    expect(await shopJson('allow', 'anna', '198.51.100.0/24')).toMatchObject({
      allowed_addresses: ['198.51.100.0/24'],
      allowed_addresses_before: [],
    })
  })

  test('refuses what is no address and changes nothing', async () => {
    await shop('allow', 'anna', '203.0.113.7')
    const { code, err } = await shop('allow', 'anna', '10.0.0.0/8', '10.0.0.0/33')
    expect(code).toBe(1)
    expect(err).toContain('«10.0.0.0/33» is neither an address nor a range.')
    expect(await shopJson('show', 'anna')).toMatchObject({ allowed_addresses: ['203.0.113.7'] })
  })
})

test.each([
  [['show', 'nobody']],
  [['enable', 'nobody']],
  [['disable', 'nobody']],
  [['key', 'nobody']],
  [['rotate-key', 'nobody']],
  [['domain', 'add', 'nobody', 'x.example.com']],
  [['domain', 'remove', 'nobody', 'x.example.com']],
  [['allow', 'nobody', '10.0.0.0/8']],
  [['set', 'nobody', '--language', 'ru']],
])('%j: an unknown shop', async (args) => {
  const { code, out, err } = await shop(...args)
  expect({ code, out }).toEqual({ code: 1, out: '' })
  expect(err).toBe('billkeep: There is no shop «nobody». «billkeep shop list» shows those there are.\n')
})
