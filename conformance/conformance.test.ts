import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hasTool } from '../scripts/test-tools.ts'
import { answerKey, type Case, caseFields, expectedOf, mainShop, needsFixture, replyFields, requestOf } from './case.ts'
import { billsOf, shopNamed } from './fixture.ts'
import { faultIn } from './judge.ts'
import { ask, type Call, type Finding, programs } from './programs.ts'
import { send } from './raw-http.ts'
import { type ServerUnderTest, serverUnderTest } from './server-under-test.ts'

const files = globSync('*/*.json', { cwd: join(import.meta.dirname, 'cases') }).toSorted()
const cases = files.map((file) => ({ file, cases: readCases(file) }))

let server: ServerUnderTest
beforeAll(async () => {
  server = await serverUnderTest(process.env)
})
afterAll(() => server.end())

describe.each(cases.filter(({ file }) => !file.startsWith('limit/')))('$file', ({ cases: given }) => {
  test.for(given)('$title', async (each, { skip }) => {
    skip(!server.hasFixture && needsFixture(each), 'The server does not have all of the fixture.')
    await expectReply(each, server)
  })
})

describe.each(cases.filter(({ file }) => file.startsWith('limit/')))('$file', ({ cases: given }) => {
  test.for(given)('$title', async (each, { skip }) => {
    const { limited } = server
    skip(limited === undefined || !server.hasFixture, 'No server with a limit was named.')
    await expectReply(each, { ...server, address: limited ?? server.address })
  })
})

describe('however it is sent', () => {
  const usual: Case = {
    title: 'usual',
    form: { email: 'states@example.com', pay_status: 'paid' },
    sign: true,
    reply: { code: 0, text: 'OK', result: { ...billsOf(shopNamed(mainShop), 'states@example.com', 'paid') } },
  }

  test('byte by byte', async () => {
    const bytes = requestOf(usual, server.names)
    const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte))
    const [reply] = await send(server.address, bytes, { pieces })
    expect(reply && faultIn(reply, expectedOf(usual, server.names), answerKey(usual, server.names))).toBeUndefined()
  })

  test('by a caller that says at once that no more will come', async () => {
    const [reply] = await send(server.address, requestOf(usual, server.names), { halfClose: true })
    expect(reply && faultIn(reply, expectedOf(usual, server.names), answerKey(usual, server.names))).toBeUndefined()
  })

  test('to the server by its address, with the login in the path', async () => {
    const target = `/@${server.names.main.login}/api/GetBills`
    for (const host of ['localhost', '127.0.0.1:8080', '[::1]']) await expectReply({ ...usual, host, target }, server)
  })

  test('all cases on one connection, one behind the other without waiting', async () => {
    const fit = (each: Case): boolean => leavesOpen(each) && (server.hasFixture || !needsFixture(each))
    const given = cases.filter(({ file }) => !file.startsWith('limit/')).flatMap((file) => file.cases.filter(fit))
    const bytes = Buffer.concat(given.map((each) => requestOf(each, server.names)))
    const replies = await send(server.address, bytes, { replies: given.length })
    const faults = given.flatMap((each, index) => {
      const reply = replies[index]
      const fault =
        reply === undefined ? 'no reply' : faultIn(reply, expectedOf(each, server.names), answerKey(each, server.names))
      return fault === undefined ? [] : [`${each.title}: ${fault}`]
    })
    expect(faults).toEqual([])
    expect(given.length).toBeGreaterThan(100)
  })
})

describe.concurrent.each(programs)('$file ($manner)', (program) => {
  const orders = shopNamed(mainShop)
  const calls: readonly { readonly about: string; readonly call: Partial<Call>; readonly finding: Finding }[] = [
    { about: 'a customer', call: {}, finding: found('buyer@example.com') },
    { about: 'nobody', call: { email: 'nobody@example.com' }, finding: notFound },
    { about: 'a state', call: { status: 'waiting' }, finding: found('buyer@example.com', 'waiting') },
    {
      about: 'an address that every encoder writes in its own way',
      call: { email: "o'neil~(a)*!@example.com", status: 'paid' },
      finding: found("o'neil~(a)*!@example.com"),
    },
    {
      about: 'letters that are not ASCII',
      call: { email: 'покупатель@пример.рф' },
      finding: found('покупатель@пример.рф'),
    },
    // It cannot know better: the answer that tells of the wrong hash is signed with the right key.
    { about: 'a customer, with a wrong key', call: { key: 'wrong' }, finding: { genuine: false } },
  ]

  test.skipIf(program.tool !== undefined && !hasTool(program.tool)).each(calls)(
    'asks for $about',
    async ({ call, finding }) => {
      const { address, names } = server
      const { login, key } = names.main
      const to = { address: `${address.host}:${address.port}`, host: `${login.toLowerCase()}.${names.base}` }
      expect(await ask(program, { ...to, login, key, email: 'buyer@example.com', ...call })).toEqual(finding)
    },
  )

  function found(email: string, status?: string): Finding {
    return { genuine: true, code: 0, text: 'OK', orders: billsOf(orders, email, status) ?? [] }
  }
})

const notFound: Finding = { genuine: true, code: 400, text: 'Order not found', orders: [] }

async function expectReply(each: Case, { address, names }: Pick<ServerUnderTest, 'address' | 'names'>): Promise<void> {
  const { times = 1 } = each
  const request = requestOf(each, names)
  const replies = await send(address, Buffer.concat(Array.from({ length: times }, () => request)), { replies: times })
  expect(replies).toHaveLength(times)
  const last = replies.at(-1)
  expect(last && faultIn(last, expectedOf(each, names), answerKey(each, names))).toBeUndefined()
}

/** Whether the next request can follow on the same connection. */
function leavesOpen({ version, headers = {}, reply: { status = 200 } }: Case): boolean {
  return version === undefined && headers['Connection'] === undefined && [200, 404].includes(status)
}

function readCases(file: string): readonly Case[] {
  const read = JSON.parse(readFileSync(join(import.meta.dirname, 'cases', file), 'utf8')) as readonly Case[]
  for (const each of read) refuseUnknown(each, caseFields, `${file}, ${each.title}`)
  for (const { reply, title } of read) refuseUnknown(reply, replyFields, `${file}, ${title}`)
  return read
}

/** A misspelt field would test nothing. */
function refuseUnknown(given: object, known: ReadonlySet<string>, where: string): void {
  const unknown = Object.keys(given).filter((name) => !known.has(name))
  if (unknown.length > 0) throw new Error(`${where}: there is no field ${unknown.join(', ')}.`)
}
