import { expect, test } from 'vitest'
import { type ShopCommands, shopCommands } from '../../../test/shop-commands.ts'

/** A shop with two products, the second of which has a number for its name, and a partner. */
async function furnished(): Promise<ShopCommands> {
  const shop = await shopCommands()
  await shop.run('product', 'add', 'course', '--title', 'Course', '--price', '2000')
  await shop.run('product', 'add', '222', '--title', '222 ways', '--price', '199')
  await shop.run('partner', 'add', 'Bob')
  return shop
}

test('a coupon is added with all that is said of it, and shown', async () => {
  const { run, json } = await furnished()
  const products = ['--products', '222, 1,course', '--partner', 'BOB']
  expect((await run('coupon', 'add', 'Spring', '--percent', '12.5', '--from', '2026-05-01', ...products)).out).toBe(
    'NUMBER  CODE    OFF     FROM        UNTIL  PRODUCTS    PARTNER\n' +
      '1       Spring  12.5 %  2026-05-01         222 course  Bob\n',
  )
  expect(await json('coupon', 'add', 'FRIEND', '--sum', '500', '--until', '2026-05-31')).toEqual({
    number: 2,
    code: 'FRIEND',
    percent: null,
    sum: '500.00',
    valid_from: null,
    // The last day counts.
    valid_until: '2026-06-01T00:00:00Z',
    products: [],
    partner: null,
  })
  expect((await run('coupon', 'list')).out).toBe(
    'NUMBER  CODE    OFF         FROM        UNTIL       PRODUCTS    PARTNER\n' +
      '1       Spring  12.5 %      2026-05-01              222 course  Bob\n' +
      '2       FRIEND  500.00 RUB              2026-05-31  all\n',
  )
})

test('a period may be to the second', async () => {
  const { run, json } = await furnished()
  const period = ['--from', '2026-05-01T10:00:00+03:00', '--until', '1780000000']
  expect(await json('coupon', 'add', 'x', '--percent', '10', ...period)).toMatchObject({
    valid_from: '2026-05-01T07:00:00Z',
    valid_until: '2026-05-28T20:26:40Z',
  })
  expect((await run('coupon', 'list')).out).toContain('2026-05-01 07:00 UTC  2026-05-28 20:26 UTC')
})

test('set changes what is said and leaves the rest', async () => {
  const { run, json } = await furnished()
  await run(
    'coupon',
    'add',
    'x',
    '--percent',
    '10',
    '--from',
    '2026-05-01',
    '--until',
    '2026-05-31',
    '--products',
    'course',
  )
  const before = await json('coupon', 'list')
  expect(before).toMatchObject([{ products: ['course'], percent: '10' }])
  expect(await json('coupon', 'set', 'X', '--sum', '5', '--partner', 'bob', '--new-code', 'Y')).toEqual({
    number: 1,
    code: 'Y',
    percent: null,
    sum: '5.00',
    valid_from: '2026-05-01T00:00:00Z',
    valid_until: '2026-06-01T00:00:00Z',
    products: ['course'],
    partner: 'Bob',
  })
  expect(
    await json('coupon', 'set', 'y', '--from', 'none', '--until', 'none', '--products', '', '--partner', ''),
  ).toMatchObject({ sum: '5.00', valid_from: null, valid_until: null, products: [], partner: null })
})

test('what is removed is gone, from coupons too', async () => {
  const { run, json } = await furnished()
  await run('coupon', 'add', 'x', '--percent', '10', '--products', 'course,222', '--partner', 'bob')
  await run('product', 'remove', 'course')
  await run('partner', 'remove', 'bob')
  expect(await json('coupon', 'list')).toMatchObject([{ products: ['1', '222'], partner: null }])
  expect((await run('coupon', 'remove', 'X')).out).toBe('Removed coupon X.\n')
  expect((await run('coupon', 'list')).err).toBe('No coupons yet. Add one: billkeep coupon add CODE\n')
})

test.each([
  [['add', 'y'], 2, '--percent 10 or --sum 500'],
  [['add', 'y', '--percent', '0'], 2, 'above zero'],
  [['add', 'y', '--sum', '0'], 2, 'above zero'],
  [['add', 'y', '--percent', '101'], 2, 'from 0 to 100'],
  [['add', 'y', '--percent', '1', '--sum', '1'], 2, 'cannot be used with'],
  [['add', ' ', '--percent', '1'], 2, '1 to 100 printable characters'],
  [['add', 'y', '--percent', '1', '--from', '31.05.2026'], 2, 'A day is like 2026-01-31'],
  [['add', 'y', '--percent', '1', '--from', '2026-05-02', '--until', '2026-05-01'], 1, 'would end before it begins'],
  [['add', 'y', '--percent', '1', '--products', 'course,7'], 1, 'There is no product «7».'],
  [['add', 'y', '--percent', '1', '--products', ' ,'], 2, '« ,» names no product.'],
  [['add', 'y', '--percent', '1', '--partner', 'carol'], 1, 'There is no partner «carol».'],
  [['add', 'X', '--percent', '1'], 1, 'There is a coupon «X» already. «billkeep coupon set» changes it.'],
  [['set', 'x'], 2, 'Say what to change, like --percent 15.'],
  [['set', 'y', '--percent', '1'], 1, 'There is no coupon «y». «billkeep coupon list» shows those there are.'],
  [['set', 'x', '--new-code', 'Z'], 1, 'There is a coupon «Z» already.'],
  [['set', 'x', '--until', '2025-01-01'], 1, 'would end before it begins'],
  [['remove', 'y'], 1, 'There is no coupon «y».'],
])('coupon %j ends with %i: %s', async (args, code, message) => {
  const { run, json } = await furnished()
  await run('coupon', 'add', 'x', '--percent', '10', '--from', '2026-05-01')
  await run('coupon', 'add', 'z', '--percent', '10')
  const before = await json('coupon', 'list')
  expect(await run('coupon', ...args)).toMatchObject({ code, out: '', err: expect.stringContaining(message) as string })
  expect(await json('coupon', 'list')).toEqual(before)
})
