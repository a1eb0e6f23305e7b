import { expect, test } from 'vitest'
import { addProduct, draftOf } from '../../../test/scenario.ts'
import { shopCommands } from '../../../test/shop-commands.ts'

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
      '2-0',
      { at: 0, status: 500, problem: 'answered 500\u009b2J', answer: 'oops\u001b[2J' },
      'failed',
    )
  })
  expect((await run('deliveries', 'list', '--state', 'failed')).out).toMatch(
    /2-0 +order\.created +1 +failed +1 +http.*answered 500/,
  )
  const shown = (await run('deliveries', 'show', '2-0')).out
  expect(shown).toContain('order.created of order 1')
  expect(shown).toContain('500 oops')
  for (const control of ['\u001b', '\u009b']) expect(shown).not.toContain(control)
  expect((await run('deliveries', 'retry', '2-0')).out).toBe('Delivery 2-0 is due now.\n')
  expect((await run('deliveries', 'list')).out).toMatch(/3-0.*\n2-0 .*due /)
  for (const command of ['show', 'retry']) {
    expect(await run('deliveries', command, '9-9')).toMatchObject({
      code: 1,
      err: expect.stringContaining('no delivery 9-9') as string,
    })
  }
})
test.each([[['deliveries', 'list', '--limit', '0'], '1 to 99999']])(
  '%s is refused with what is right',
  async (args, message) => {
    const { run } = await shopCommands()
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain(message)
  },
)
