import { ApiError } from '@billkeep/wire/errors.ts'
import { describe, expect, test } from 'vitest'
import type { Context } from '../context.ts'
import type { Target } from './target.ts'
import { createTenants } from './tenant.ts'

type Shop = Context['shop']

const shopOf = (id: number, login: string, domains: string[] = []): Shop => ({
  id,
  login,
  keys: ['key'],
  previousKeyUntil: null,
  retiredKey: undefined,
  enabled: true,
  staleReads: false,
  allowedAddresses: [],
  domains,
  language: 'en',
  title: '',
  paymentUrl: '',
  notify: { created: '', paid: '', prepaid: '', cancelled: '', returned: '' },
  timeZone: 'UTC',
  currency: 'RUB',
  created: 0,
})

/** A store that is asked for nothing but shops. */
class ShopList {
  /** For what it was asked. */
  readonly asked: string[] = []
  /** What it fails with. */
  fault: Error | undefined
  readonly shops: {
    find(login: string): Promise<Shop | undefined>
    findByDomain(host: string): Promise<Shop | undefined>
  }

  constructor(shops: readonly Shop[]) {
    this.shops = {
      find: async (login) =>
        this.#first(
          login,
          shops.find((shop) => shop.login.toLowerCase() === login),
        ),
      findByDomain: async (host) =>
        this.#first(
          host,
          shops.find(({ domains }) => domains.includes(host)),
        ),
    }
  }

  forReading(): Context['store'] {
    return this.forShop()
  }

  forShop(): Context['store'] {
    return {} as Context['store']
  }

  async #first(asked: string, shop: Shop | undefined): Promise<Shop | undefined> {
    this.asked.push(asked)
    if (this.fault !== undefined) throw this.fault
    return shop
  }
}

const to = (target: Partial<Target>): Target => ({
  host: undefined,
  login: undefined,
  functionName: 'x',
  bill: undefined,
  v1: undefined,
  mcp: false,
  account: undefined,
  page: undefined,
  ...target,
})

function tenantsOf(shops: Shop[]) {
  const directory = new ShopList(shops)
  const clock = { now: 0 }
  const baseDomains = ['localhost', 'example', 'shop.example']
  const tenants = createTenants({ directory, baseDomains, clock: () => clock.now, checkOutput: false })
  const find = async (target: Partial<Target>): Promise<number | string> =>
    tenants.find(to(target)).then(
      ({ context }) => context.shop.id,
      (error: unknown) => (error instanceof ApiError ? error.errorName : String(error)),
    )
  return { find, clock, shops, directory, asked: directory.asked }
}

describe('a shop', () => {
  const shops = () => [
    shopOf(1, 'Alice', ['pay.alice.example', 'taken.localhost']),
    shopOf(2, 'taken'),
    shopOf(3, 'shop'),
  ]

  test.each([
    ['by its login before a base domain', { host: 'alice.localhost' }, 1],
    ['by its login before another base domain', { host: 'alice.shop.example' }, 1],
    ['by its login where one base domain ends as another', { host: 'shop.example' }, 3],
    ['by its own domain', { host: 'pay.alice.example' }, 1],
    ['by its own domain, before a login', { host: 'taken.localhost' }, 1],
    ['by its login in the path', { login: 'taken' }, 2],
  ])('is found %s', async (_how, target, id) => {
    expect(await tenantsOf(shops()).find(target)).toBe(id)
  })

  test.each([
    ['another login', { host: 'nobody.localhost' }],
    ['two labels before a base domain', { host: 'x.alice.localhost' }],
    ['no label', { host: '.localhost' }],
    ['another domain', { host: 'alice.elsewhere.test' }],
    ['a base domain that is only the end of a label', { host: 'alicelocalhost' }],
    ['what cannot be a host', { host: '' }],
    ['a host that names nobody', {}],
  ])('is not found at %s', async (_where, target) => {
    expect(await tenantsOf(shops()).find(target)).toBe('unknownUser')
  })
})

describe('what was found', () => {
  test('is kept for half a second', async () => {
    const { find, clock, shops, asked } = tenantsOf([shopOf(1, 'alice')])
    await find({ login: 'alice' })
    shops.pop()
    clock.now = 499
    expect(await find({ login: 'alice' })).toBe(1)
    clock.now = 500
    expect(await find({ login: 'alice' })).toBe('unknownUser')
    expect(asked).toEqual(['alice', 'alice'])
  })

  test('is looked up once for callers who come together', async () => {
    const { find, asked } = tenantsOf([shopOf(1, 'alice')])
    expect(await Promise.all([find({ login: 'alice' }), find({ login: 'alice' })])).toEqual([1, 1])
    expect(asked).toEqual(['alice'])
  })

  test('is kept when it is a shop only: a new one is there at once', async () => {
    const { find, shops } = tenantsOf([])
    expect(await find({ login: 'alice' })).toBe('unknownUser')
    shops.push(shopOf(1, 'alice'))
    expect(await find({ login: 'alice' })).toBe(1)
  })

  test('is not kept when the look-up fails', async () => {
    const { find, directory } = tenantsOf([shopOf(1, 'alice')])
    directory.fault = new Error('The disk is gone.')
    expect(await find({ login: 'alice' })).toBe('Error: The disk is gone.')
    directory.fault = undefined
    expect(await find({ login: 'alice' })).toBe(1)
  })

  test('gives way when there is too much of it', async () => {
    const { find, asked } = tenantsOf([
      shopOf(
        1,
        'alice',
        Array.from({ length: 10_001 }, (_, i) => `d${i}.test`),
      ),
    ])
    for (let i = 0; i <= 10_000; i++) await find({ host: `d${i}.test` })
    await find({ host: 'd10000.test' })
    expect(asked.length).toBe(10_001)
    await find({ host: 'd0.test' })
    expect(asked.length).toBe(10_002)
  })
})
