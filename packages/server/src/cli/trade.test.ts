import { expect, test } from 'vitest'
import { addProduct, draftOf } from '../../test/scenario.ts'
import { shopCommands } from '../../test/shop-commands.ts'

test('a payment is noted, in part and then the rest', async () => {
  const { run, json, work } = await shopCommands()
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
  const { run } = await shopCommands()
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})

test('deliveries are listed, shown and made due again', async () => {
  const { run, work } = await shopCommands()
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
