import { expect, test } from 'vitest'
import { shopCommands } from '../../../test/shop-commands.ts'

const text = /billkeep_1_\d+_[A-Za-z0-9]{40}/

test('tokens are made, listed and revoked, and shown once', async () => {
  const { run, json, work } = await shopCommands()
  expect((await run('token', 'list')).err).toBe('No tokens yet. Make one: billkeep token create NAME\n')
  const made = await run('token', 'create', 'Report')
  expect(made.out).toMatch(text)
  const [shown = ''] = text.exec(made.out) ?? []
  const secret = shown.slice(-40)
  expect(await work(({ tokens }) => tokens.prove(1, secret))).toMatchObject({ name: 'Report' })
  expect(
    await json('token', 'create', 'Zapier', '--scope', 'orders:write, products:read', '--allow', '10.0.0.0/8'),
  ).toMatchObject({
    token: expect.stringMatching(text) as unknown,
    number: 2,
    scopes: ['orders:write', 'products:read'],
    allowed_addresses: ['10.0.0.0/8'],
    expires_at: null,
  })
  const list = await run('token', 'list')
  expect(list.out).toContain('Zapier  valid')
  expect(list.out).not.toContain(secret)
  expect((await run('token', 'revoke', '1')).out).toBe('Token 1 «Report» no longer counts.\n')
  expect((await run('token', 'list')).out).toMatch(/Report +revoked/)
  expect(await json('token', 'list')).toMatchObject([
    { revoked_at: expect.any(String) as unknown },
    { revoked_at: null },
  ])
})

test('scopes and addresses are added up, with commas or by the same option again', async () => {
  const { json } = await shopCommands()
  const scopes = ['--scope', 'orders:write', '--scope', 'products:read,events:read']
  expect(
    await json('token', 'create', 'n8n', ...scopes, '--allow', '10.0.0.1', '--allow', '10.0.0.2, 10.0.0.3'),
  ).toMatchObject({
    scopes: ['orders:write', 'products:read', 'events:read'],
    allowed_addresses: ['10.0.0.1', '10.0.0.2', '10.0.0.3'],
  })
})

test('a token reads by default, but neither tokens nor the audit', async () => {
  const { json } = await shopCommands()
  expect(await json('token', 'create', 'Report')).toMatchObject({
    scopes: ['orders', 'products', 'coupons', 'partners', 'statistics', 'events', 'shop'].map((noun) => `${noun}:read`),
  })
})

test('a token can end by itself', async () => {
  const { run, work } = await shopCommands()
  await run('token', 'create', 'Trial', '--expires', '1h')
  expect((await run('token', 'list')).out).toMatch(/Trial +valid until/)
  await work(({ tokens }) => tokens.create({ name: 'Old', scopes: [], allowedAddresses: [], expires: 1 }))
  expect((await run('token', 'list')).out).toMatch(/Old +expired/)
})

test.each([
  [['create', ''], 2, "A token's name has 1 to 100 printable characters."],
  [['create', 'x', '--scope', 'orders:eat'], 2, '«orders:eat» is no scope. There are: orders:read'],
  [['create', 'x', '--allow', 'home'], 2, '«home» is neither an address nor a range.'],
  [['create', 'x', '--expires', 'soon'], 2, 'A time is a number with a unit'],
  [['revoke', 'x'], 2, 'A token is named by its number, like 3.'],
  [['revoke', '7'], 1, 'There is no token 7. «billkeep token list» shows those there are.'],
])('token %j ends with %i: %s', async (args, code, message) => {
  const { run } = await shopCommands()
  const outcome = await run('token', ...args)
  expect(outcome.err).toContain(message)
  expect(outcome.code).toBe(code)
})
