import { expect, test } from 'vitest'
import { addProduct, draftOf } from '../../../test/scenario.ts'
import { shopCommands } from '../../../test/shop-commands.ts'

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
])('%s is refused with what is right', async (args, message) => {
  const { run } = await shopCommands()
  const { code, err } = await run(...args)
  expect(code).toBe(2)
  expect(err).toContain(message)
})
