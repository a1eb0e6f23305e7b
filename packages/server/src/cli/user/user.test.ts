import { expect, test } from 'vitest'
import { openStore } from '../../store/open.ts'
import { billkeep, billkeepJson } from '../../../test/command-line.ts'
import { throwAwayFolder } from '../../../test/databases.ts'
import { tester } from '../../../test/tester.ts'

/** A shop `anna` with these people. */
async function shopWith(people: Readonly<Record<string, 'owner' | 'staff'>>) {
  const data = throwAwayFolder()
  await billkeep(['shop', 'create', 'anna', '--data', data])
  const store = await openStore({ dataDir: data, clock: () => 1_700_000_000_000 })
  const { id } = await store.shops.get('anna')
  for (const [email, role] of Object.entries(people)) {
    const times = { created_at: 1, updated_at: 1 }
    await store.signIn.records.insert('users', {
      id: email,
      name: email.slice(0, 3),
      email,
      email_verified: 1,
      image: null,
      two_factor_enabled: 0,
      ...times,
    })
    const token = await store.invitations.create(id, { email, role, expires: 1_700_000_001_000 }, tester)
    expect(await store.invitations.accept(token, email, '')).toBe(true)
  }
  await store.close()
  const where = ['--shop', 'anna', '--data', data]
  return {
    run: (...args: string[]) => billkeep(['user', ...args, ...where]),
    json: (...args: string[]) => billkeepJson(['user', ...args, ...where]),
  }
}

test('a link lets somebody in', async () => {
  const { run, json } = await shopWith({})
  const { out } = await run('create', 'Bob@example.com', '--role', 'staff', '--url', 'https://shop.example/')
  expect(out).toMatch(/^bob@example\.com becomes staff of anna by opening this link, once, until /)
  expect(out).toMatch(/ https:\/\/shop\.example\/account\/welcome#[A-Za-z0-9]{40}\n/)
  expect(await json('create', 'anna@example.com')).toMatchObject({ email: 'anna@example.com', role: 'owner' })
})

test('people are listed, changed and removed', async () => {
  const { run, json } = await shopWith({ 'anna@example.com': 'owner', 'bob@example.com': 'staff' })
  expect((await run('list')).out).toMatch(/anna@example\.com +ann +owner/)
  expect((await run('set', 'bob@example.com', '--role', 'owner')).out).toBe('bob@example.com is owner of anna.\n')
  expect((await run('remove', 'anna@example.com')).out).toBe('anna@example.com no longer belongs to anna.\n')
  expect(await json('list')).toMatchObject([{ email: 'bob@example.com', role: 'owner' }])
})

test('nobody is listed as nobody', async () => {
  const { run } = await shopWith({})
  expect((await run('list')).err).toBe('Nobody yet. Let somebody in: billkeep user create EMAIL\n')
})

test.each([
  [['create', 'nobody'], 2, '«nobody» is not an e-mail address.'],
  [['create', 'a@example.com', '--role', 'king'], 2, '«king» is no role. There are: owner, staff.'],
  [['set', 'bob@example.com', '--role', 'owner'], 1, 'Nobody with «bob@example.com» belongs to anna.'],
  [['set', 'anna@example.com', '--role', 'staff'], 1, 'The shop would have no owner left.'],
  [['remove', 'anna@example.com'], 1, 'The shop would have no owner left.'],
])('user %j ends with %i: %s', async (args, code, message) => {
  const { run } = await shopWith({ 'anna@example.com': 'owner' })
  const outcome = await run(...args)
  expect(outcome.err).toContain(message)
  expect(outcome.code).toBe(code)
})
