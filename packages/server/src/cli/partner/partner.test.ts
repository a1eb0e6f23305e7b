import { expect, test } from 'vitest'
import { shopCommands } from '../../../test/shop-commands.ts'

test('partners are added, listed, changed and removed', async () => {
  const { run, json } = await shopCommands()
  expect((await run('partner', 'list')).err).toBe('No partners yet. Add one: billkeep partner add LOGIN\n')
  expect((await run('partner', 'add', 'Bob', '--percent', '12.5')).out).toBe('Added partner Bob, number 1, 12.5 %.\n')
  expect(await json('partner', 'add', 'carol', '--parent', 'BOB')).toEqual({
    number: 2,
    login: 'carol',
    percent: '0',
    parent: 1,
  })
  expect((await run('partner', 'list')).out).toBe(
    'NUMBER  LOGIN  SHARE   BROUGHT BY\n1       Bob    12.5 %\n2       carol  0 %     Bob\n',
  )
  expect((await run('partner', 'set', 'CAROL', '--percent', '5%')).out).toBe('Changed partner carol, number 2, 5 %.\n')
  expect(await json('partner', 'set', 'carol', '--parent', '', '--new-login', 'dora')).toEqual({
    number: 2,
    login: 'dora',
    percent: '5',
    parent: null,
  })
  expect((await run('partner', 'remove', 'dora')).out).toBe('Removed partner dora.\n')
  expect(await json('partner', 'list')).toMatchObject([{ login: 'Bob' }])
})

test.each([
  [['add', 'BOB'], 1, 'There is a partner «BOB» already. «billkeep partner set» changes them.'],
  [['add', 'a b'], 2, 'no space or comma'],
  [['add', 'x', '--percent', '101'], 2, 'from 0 to 100'],
  [['add', 'x', '--parent', 'nobody'], 1, 'There is no partner «nobody». «billkeep partner list»'],
  [['set', 'bob'], 2, 'Say what to change: --new-login, --percent or --parent.'],
  [['set', 'nobody', '--percent', '1'], 1, 'There is no partner «nobody».'],
  [['set', 'bob', '--new-login', 'Carol'], 1, 'There is a partner «Carol» already.'],
  [['set', 'bob', '--parent', 'bob'], 1, 'somebody whom they brought'],
  [['set', 'bob', '--parent', 'carol'], 1, 'somebody whom they brought'],
  [['remove', 'nobody'], 1, 'There is no partner «nobody».'],
])('partner %j ends with %i: %s', async (args, code, message) => {
  const { run, json } = await shopCommands()
  await run('partner', 'add', 'bob', '--percent', '10')
  await run('partner', 'add', 'carol', '--parent', 'bob')
  const before = await json('partner', 'list')
  expect(await run('partner', ...args)).toMatchObject({
    code,
    out: '',
    err: expect.stringContaining(message) as string,
  })
  expect(await json('partner', 'list')).toEqual(before)
})
