import { expect, test } from 'vitest'
import { addProduct } from '../../../test/scenario.ts'
import { shopCommands } from '../../../test/shop-commands.ts'
import { mostEndpoints } from '../../rules/endpoint.ts'

const url = 'https://crm.example.com/webhooks'
const secret = /whsec_[\w+/]{43}=/

test('endpoints are added, listed, shown, changed and removed, and a secret is shown once', async () => {
  const { run, json } = await shopCommands()
  expect((await run('endpoint', 'list')).err).toBe('No endpoints yet. Add one: billkeep endpoint add URL\n')
  const added = await run('endpoint', 'add', url, '--types', 'order.paid, order.sent', '--description', 'CRM')
  expect(added.out).toMatch(/^Endpoint 1, /)
  const [shown = ''] = secret.exec(added.out) ?? []
  expect(await json('endpoint', 'add', url)).toMatchObject({
    number: 2,
    types: null,
    secret: expect.stringMatching(secret) as unknown,
  })
  const list = await run('endpoint', 'list')
  expect(list.out).toMatch(/1 +https:\S+ +enabled +order\.paid order\.sent +CRM\n2 +https:\S+ +enabled +all\n/)
  const detail = await run('endpoint', 'show', '1')
  expect(detail.out).toMatch(/Told of: +order\.paid, order\.sent\nState: +enabled\nFailing: +no\n/)
  for (const { out } of [list, detail]) expect(out).not.toContain(shown)
  expect((await run('endpoint', 'set', '1', '--enabled', 'no', '--types', 'all')).out).toMatch(
    /^Told of: order\.paid, order\.sent → all of orders and products\nState: enabled → disabled .*: somebody said so\n$/,
  )
  expect((await run('endpoint', 'set', '1', '--enabled', 'no')).out).toBe(
    'Nothing changed: endpoint 1 was like that already.\n',
  )
  expect(await json('endpoint', 'set', '1', '--enabled', 'yes')).toMatchObject({ enabled: true })
  expect((await run('endpoint', 'remove', '1')).out).toBe('Removed endpoint 1.\n')
  expect(await json('endpoint', 'list')).toMatchObject([{ number: 2 }])
})

test('a secret is rotated', async () => {
  const { run, json } = await shopCommands()
  const { secret: old } = (await json('endpoint', 'add', url)) as { secret: string }
  const rotated = await run('endpoint', 'rotate-secret', '1')
  expect(rotated.out).toMatch(secret)
  expect(rotated.out).not.toContain(old)
  expect(rotated.out).toMatch(/The old secret signs, too, until \d{4}-/)
  expect((await run('endpoint', 'rotate-secret', '1', '--overlap', '0')).out).toContain('The old secret has stopped.')
})

test('a test event and what was missed are on their way, and seen among the deliveries', async () => {
  const { run, json, work } = await shopCommands()
  await run('endpoint', 'add', url)
  expect((await run('endpoint', 'test', '1')).out).toContain('billkeep deliveries show 1-0')
  await work((data) => addProduct(data, { name: 'course' }))
  expect((await run('endpoint', 'redeliver', '1', '--from', '2026-01-01T00:00:00Z')).out).toContain('begins within')
  expect((await run('deliveries', 'list', '--endpoint', '1')).out).toMatch(
    /2-0 +product\.created.*\n1-0 +endpoint\.test/,
  )
  expect((await run('deliveries', 'list', '--endpoint', '2')).err).toBe('There are none.\n')
  expect((await run('deliveries', 'show', '1-0')).out).toContain(`endpoint 1, ${url}`)
  expect(await json('deliveries', 'show', '2-0')).toMatchObject({ endpoint: 1, order: null, product: 1 })
  await run('endpoint', 'set', '1', '--enabled', 'no')
  for (const command of [
    ['endpoint', 'test', '1'],
    ['endpoint', 'redeliver', '1', '--from', '2026-01-01T00:00:00Z'],
    ['deliveries', 'retry', '1-0'],
  ]) {
    expect(await run(...command)).toMatchObject({ code: 1, err: expect.stringContaining('disabled') as string })
  }
})

test('a shop has so many endpoints', async () => {
  const { run, work } = await shopCommands()
  await work(async ({ endpoints }) => {
    for (let count = 0; count < mostEndpoints; count += 1) await endpoints.create({ url, description: '', types: null })
  })
  expect(await run('endpoint', 'add', url)).toMatchObject({
    code: 1,
    err: expect.stringContaining('which is the most') as string,
  })
})

test.each([
  [['add', 'crm.example.com'], 2, 'http or https'],
  [['add', url, '--types', 'order.lost'], 2, '«order.lost» is no type of event'],
  [['add', url, '--description', 'x'.repeat(201)], 2, 'at most 200'],
  [['show', 'x'], 2, 'named by its number'],
  [['show', '7'], 1, 'There is no endpoint 7'],
  [['set', '7', '--enabled', 'yes'], 1, 'There is no endpoint 7'],
  [['set', '7', '--enabled', 'maybe'], 2, 'yes or no'],
  [['set', '7'], 2, 'Say what to change'],
  [['rotate-secret', '7'], 1, 'There is no endpoint 7'],
  [['remove', '7'], 1, 'There is no endpoint 7'],
  [['test', '7'], 1, 'There is no endpoint 7'],
  [['redeliver', '7', '--from', '2026-01-01T00:00:00Z'], 1, 'There is no endpoint 7'],
  [['redeliver', '7', '--from', '2026-01-02T00:00:00Z', '--until', '2026-01-01T00:00:00Z'], 2, 'must not be before'],
  [['redeliver', '7'], 2, '--from'],
])('endpoint %j ends with %i: %s', async (args, code, message) => {
  const { run } = await shopCommands()
  const outcome = await run('endpoint', ...args)
  expect(outcome.err).toContain(message)
  expect(outcome.code).toBe(code)
})
