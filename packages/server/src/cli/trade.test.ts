import { expect, test } from 'vitest'
import { billkeep, billkeepJson, type Outcome } from '../../test/command-line.ts'
import { throwAwayFolder } from '../../test/databases.ts'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { openStore } from '../store/open.ts'
import type { ShopStore } from '../store/store.ts'

interface Shop {
  /** Runs a command for the shop. */
  readonly run: (...args: readonly string[]) => Promise<Outcome>
  readonly json: (...args: readonly string[]) => Promise<unknown>
  /** Works on its data as the server would. */
  readonly work: <Result>(work: (shop: ShopStore) => Promise<Result>) => Promise<Result>
}

async function shop(): Promise<Shop> {
  const dataDir = throwAwayFolder()
  await billkeep(['shop', 'create', 'anna', '--data', dataDir])
  const where = ['--shop', 'anna', '--data', dataDir]
  return {
    run: (...args) => billkeep([...args, ...where]),
    json: (...args) => billkeepJson([...args, ...where]),
    async work(work) {
      const store = await openStore({ dataDir, clock: Date.now })
      try {
        return await work(store.forShop((await store.shops.get('anna')).id))
      } finally {
        await store.close()
      }
    },
  }
}

test('a payment is noted, in part and then the rest', async () => {
  const { run, json, work } = await shop()
  await work(async (data) => {
    await addProduct(data, { name: 'course' })
    await data.orders.place(draftOf())
  })
  expect(await run('order', 'pay', '1', '500.50')).toMatchObject({
    code: 0,
    out: 'Noted. Of order 1, 1499.50 is left to pay.\n',
  })
  expect(await run('order', 'pay', '1', '1499.51')).toMatchObject({
    code: 1,
    err: 'billkeep: Of order 1, only 1499.50 is left to pay.\n',
  })
  expect(await json('order', 'pay', '1', '1499.5', '--payway', 'Stripe', '--date', '2026-01-31T18:00:00Z')).toEqual({
    number: 1,
    pay_status: 'paid',
    left: '0.00',
  })
  expect(await work((data) => data.orders.get(1))).toMatchObject({
    pay_status: 'paid',
    paid: Date.UTC(2026, 0, 31, 18),
    payway: 'Stripe',
  })
  expect(await run('order', 'pay', '1', '1')).toMatchObject({ code: 1, err: 'billkeep: Order 1 is paid already.\n' })
  expect(await run('order', 'pay', '2', '1')).toMatchObject({ code: 1, err: 'billkeep: There is no order 2.\n' })
})

test.each([
  [['order', 'pay', 'x', '1'], 'digits only'],
  [['order', 'pay', '1', 'much'], 'like 1500'],
  [['order', 'pay', '1', '0'], 'above zero'],
  [['order', 'pay', '1', '1', '--date', 'today'], '2026-01-31T18:00:00Z'],
  [['coupon', 'add', 'X', '--percent', '101'], 'from 0 to 100'],
  [['coupon', 'add', 'X'], '--percent 10 or --sum 500'],
  [['coupon', 'add', 'X', '--percent', '1', '--sum', '1'], 'cannot be used with'],
  [['deliveries', 'list', '--limit', '0'], '1 to 99999'],
])('%s is refused with what is right', async (args, message) => {
  const { run } = await shop()
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('partners and coupons are added, listed and removed', async () => {
  const { run, json, work } = await shop()
  await work((data) => addProduct(data, { name: 'course' }))
  expect((await run('partner', 'add', 'bob', '--percent', '12.5')).out).toBe('Added partner bob, number 1, 12.5 %.\n')
  expect((await run('partner', 'add', 'carol', '--parent', 'BOB')).code).toBe(0)
  expect((await run('partner', 'add', 'BOB')).err).toContain('already')
  expect((await run('partner', 'list')).out).toMatch(/1 +bob +12\.5 %\n2 +carol +0 % +bob\n/)
  expect((await run('coupon', 'add', 'Spring', '--percent', '10', '--product', 'course', '--partner', 'bob')).out).toBe(
    'Added coupon Spring, number 1, 10 % off.\n',
  )
  expect((await run('coupon', 'add', 'SPRING', '--sum', '5')).err).toContain('already')
  expect((await run('coupon', 'add', 'x', '--sum', '5', '--product', 'other')).err).toContain('no product «other»')
  expect(await json('coupon', 'list')).toEqual([
    {
      number: 1,
      code: 'Spring',
      discount: '10 %',
      valid_from: null,
      valid_until: null,
      products: [1],
      partner: 1,
    },
  ])
  expect((await run('coupon', 'list')).out).toContain('Spring')
  expect((await run('coupon', 'remove', 'spring')).code).toBe(0)
  expect((await run('coupon', 'remove', 'spring')).err).toContain('no coupon «spring»')
  expect((await run('partner', 'remove', 'bob')).code).toBe(0)
  expect(await json('partner', 'list')).toEqual([{ number: 2, login: 'carol', percent: '0', parent: null }])
})

test('deliveries are listed, shown and made due again', async () => {
  const { run, work } = await shop()
  expect((await run('deliveries', 'list')).err).toBe('There are none.\n')
  await work(async (data) => {
    const url = 'http://shop.example.com/n.php'
    const notify = { created: url, paid: '', prepaid: '', cancelled: url, returned: '' }
    await addProduct(data, { name: 'course', notify })
    await data.orders.place(draftOf())
    await data.orders.change(1, { to: 'cancel' })
    await data.deliveries.note(
      '1-0',
      { at: 0, status: 500, problem: 'answered 500', answer: 'oops\u001b[2J' },
      'failed',
    )
  })
  expect((await run('deliveries', 'list', '--state', 'failed')).out).toMatch(
    /1-0 +order\.created +1 +failed +1 +http.*answered 500/,
  )
  const shown = (await run('deliveries', 'show', '1-0')).out
  expect(shown).toContain('order.created of order 1')
  expect(shown).toContain('500 oops')
  expect(shown).not.toContain('\u001b')
  expect((await run('deliveries', 'retry', '1-0')).out).toBe('Delivery 1-0 is due now.\n')
  expect((await run('deliveries', 'list')).out).toMatch(/2-0.*\n1-0 .*due /)
  for (const command of ['show', 'retry']) {
    expect(await run('deliveries', command, '9-9')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no delivery 9-9') as string,
    })
  }
})
