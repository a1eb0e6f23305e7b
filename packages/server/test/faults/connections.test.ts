/** Connections that go wrong on their way to a database that is well. */
import { expect, inject, test } from 'vitest'
import { acknowledged, ask, askWithKey, orderFields } from './caller.ts'
import { fill } from './cluster.ts'
import { startNode } from './node.ts'
import { emptyDatabase, filledDatabase, portIn, throughPort } from './place.ts'
import { type Proxy, startProxy } from './proxy.ts'
import { faultsIn } from './stored.ts'
import { until } from './until.ts'

const again = { status: 500, code: 3, retryAfter: '2' }

/** What no call may take, on the busiest machine. */
const longestCallMs = 8_000
const nothing = { code: 500, result: undefined }

interface Setting {
  readonly database: string
  readonly proxy: Proxy
  /** Of a node whose only way to the database is the proxy. */
  readonly port: number
}

async function setting(): Promise<Setting> {
  const database = await filledDatabase()
  const proxy = await startProxy(portIn(inject('postgresUrl')))
  const { port } = await startNode(throughPort(database, proxy.port))
  return { database, proxy, port }
}

test('orders whose commit is cut are sent again and are there once', { timeout: 60_000 }, async () => {
  const { database, proxy, port } = await setting()
  const orders = new Map<number, string>()
  for (const [when, code] of [
    ['after commit', 601],
    ['before commit', 0],
  ] as const) {
    const emails = Array.from({ length: 5 }, (_, index) => `${when.replace(' ', '-')}-${index}@example.com`)
    const cut = proxy.cut(when)
    const first = await Promise.all(emails.map((email) => ask(port, 'CreateOrder', orderFields(email))))
    await cut
    const second = await Promise.all(emails.map((email) => ask(port, 'CreateOrder', orderFields(email))))
    for (const [index, email] of emails.entries()) orders.set(acknowledged(second[index] ?? nothing) ?? 0, email)
    // Those that shared the commit are in the dark; those that came a moment later were in another.
    const cutOff = first.flatMap(({ status }, index) => (status === 500 ? index : []))
    expect(cutOff.length).toBeGreaterThan(0)
    expect(cutOff.map((index) => first[index])).toEqual(cutOff.map(() => expect.objectContaining(again) as unknown))
    expect(second.map((answer) => answer.code)).toEqual(first.map(({ status }) => (status === 500 ? code : 601)))
  }
  expect(orders.size).toBe(10)
  expect(await faultsIn(database, orders)).toEqual([])
})

test('a call of API 2.0 whose commit is cut is the same call when it is sent again', { timeout: 60_000 }, async () => {
  const { database, proxy, port } = await setting()
  for (const when of ['after commit', 'before commit'] as const) {
    const fields = { customer_email: `${when.replace(' ', '-')}@example.com`, product_names: 'course' }
    const cut = proxy.cut(when)
    expect(await askWithKey(port, 'createorder', fields)).toMatchObject(again)
    await cut
    const repeated = await askWithKey(port, 'createorder', fields)
    expect(repeated).toMatchObject({ status: 200, code: 0 })
    expect(await askWithKey(port, 'createorder', fields)).toMatchObject({ code: 0, result: repeated.result })
    const numbers = new Map([[acknowledged(repeated) ?? 0, fields.customer_email]])
    expect(await faultsIn(database, numbers)).toEqual([])
  }
})

test('a database that says nothing any more is left for one that answers', { timeout: 60_000 }, async () => {
  const database = await filledDatabase()
  // Both lead to the same database, so that it is the way that fails.
  const ways = [await startProxy(portIn(database)), await startProxy(portIn(database))]
  const { port, program } = await startNode(throughPort(database, ...ways.map((way) => way.port)))
  await ask(port, 'GetBills', { email: 'nobody@example.com' })
  // Whichever answered first; the other's connections end once one is chosen.
  await until('one way is in use', () => ways.filter((way) => way.connections() > 0).length === 1)
  ways.find((way) => way.connections() > 0)?.silence()
  const silentAt = performance.now()
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => ask(port, 'CreateOrder', orderFields(`customer${index}@example.com`))),
  )
  await until(
    'it answers',
    async () => (await ask(port, 'CreateOrder', orderFields('late@example.com'))).status === 200,
  )
  console.log(`faults: a silent database is left after ${Math.round(performance.now() - silentAt)} ms`)
  expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(longestCallMs)
  // What was opened to the silent one does not keep the process.
  program.process.kill('SIGTERM')
  expect(await program.ended).toBe(0)
})

test('where every database is silent, only the first calls wait', { timeout: 60_000 }, async () => {
  const { proxy, port } = await setting()
  await ask(port, 'GetBills', { email: 'nobody@example.com' })
  proxy.silence()
  await until('it is known', async () => {
    const { status, tookMs } = await ask(port, 'GetBills', { email: 'nobody@example.com' })
    return status === 500 && tookMs < 1_000
  })
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => ask(port, 'GetBills', { email: 'nobody@example.com' })),
  )
  expect(answers.map(({ status, retryAfter }) => ({ status, retryAfter }))).toEqual(
    answers.map(() => ({ status: 500, retryAfter: '2' })),
  )
  expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(1_000)
})

test('two nodes that start at once on an empty database make its tables once', { timeout: 60_000 }, async () => {
  const database = await emptyDatabase()
  const [first, second] = await Promise.all([startNode(database), startNode(database)])
  await fill(database)
  expect(await ask(first.port, 'CreateOrder', orderFields('first@example.com'))).toMatchObject({ code: 0 })
  expect(await ask(second.port, 'GetBills', { email: 'first@example.com' })).toMatchObject({ code: 0 })
})
