/** What is never in the log, at whatever level: keys, tokens, hashes, cookies, whole e-mail addresses. */
import { formFrom } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { describe, expect, test } from 'vitest'
import { givenFor } from '../../test/contract/given.ts'
import { sampleCall } from '../../test/contract/sample-call.ts'
import { newShop } from '../../test/contract/shops.ts'
import { testConnection } from '../../test/raw-connection.ts'
import type { Fields } from '../../test/scenario.ts'
import { alice, bytesOfCall, type Call, linesOf, type Service, signed, testService } from '../../test/service.ts'
import { tester } from '../../test/tester.ts'
import { type CallV1, callV1 } from '../../test/v1.ts'
import { describedOperations } from '../derive/openapi/described-operation.ts'
import { functions, functions2 } from '../functions/registry.ts'
import { StoreUnavailable } from '../store/errors.ts'

const buyer = 'marked.buyer@example.com'
const cookie = 'marked-cookie-0123456789'
const bearer = 'marked-bearer-0123456789'
const headers = [`Cookie: session=${cookie}`, `Authorization: Bearer ${bearer}`, `X-Api-Key: ${bearer}`]

/** A sample with the marked address in each place where there is one. */
function marked(sample: unknown): Fields {
  return JSON.parse(JSON.stringify(sample).replaceAll(/[\w.+-]+@[\w.-]+/g, buyer)) as Fields
}

const calls1 = Object.values(functions).map(({ name, sample }) => {
  const body = signed(marked(sample.input))
  return { name, right: body, wrong: `${body.slice(0, -1)}${body.endsWith('0') ? '1' : '0'}` }
})
const calls2 = Object.values(functions2).map(({ name, sample }) => {
  const body = writeForm(formFrom({ ...marked(sample.input), rpsKey: alice.key }))
  return { name, right: body, wrong: `${body}x` }
})
const all: readonly Call[] = [...calls1, ...calls2].flatMap(({ name, right, wrong }) =>
  [right, wrong].map((body) => ({ target: `/api/${name}?email=${buyer}`, body, headers })),
)

async function askAll(service: Service, calls: readonly Call[]): Promise<readonly string[]> {
  const connection = await testConnection(service)
  const bodies: string[] = []
  for (const given of calls) bodies.push((await connection.send(bytesOfCall(given)).reply()).body)
  return bodies
}

/** All that somebody who reads the log should not be able to use. */
function secretsIn(bodies: readonly string[]): readonly string[] {
  const hashes = bodies.flatMap((body) => body.match(/\b[\da-f]{32}\b/gi) ?? [])
  const written = [alice.key, buyer].flatMap((text) => [text, encodeURIComponent(text)])
  return [...written, cookie, bearer, ...hashes]
}

function expectNoneOf(secrets: readonly string[], { log }: Service): void {
  const text = log.join('')
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
}

describe('the log holds no secret', () => {
  test('of a call of any function, well signed or not', async () => {
    const service = await testService()
    const answers = await askAll(service, all)
    expect(linesOf(service)).toHaveLength(all.length)
    // Both ways were gone.
    const codes = new Set(linesOf(service).map(({ code }) => code))
    expect([...codes]).toEqual(expect.arrayContaining([0, 4]))
    expectNoneOf(secretsIn([...all.map(({ body = '' }) => body), ...answers]), service)
  })

  test('of a page', async () => {
    const service = await testService()
    const shop = service.store.forShop((await service.store.shops.get('alice')).id, tester)
    const token = shop.orders.tokenOf(258_367)
    const paths = [`/bill/258367/${token}/`, `/bill/258367/${token}x/?t=${token}`, `/healthz?t=${token}`, `/${token}`]
    await askAll(
      service,
      paths.map((target) => ({ method: 'GET', target, headers })),
    )
    expect(linesOf(service)).toMatchObject([{ status: 200 }, { status: 404 }, {}, {}])
    expectNoneOf([...secretsIn([]), token], service)
  })

  test('of a call of any operation of API v1, let in or not', async () => {
    const service = await testService()
    const told: string[] = []
    const tokens: string[] = []
    for (const operation of describedOperations) {
      const shop = await newShop(service)
      const { token } = shop
      const wrong = `${token.slice(0, -1)}${token.endsWith('x') ? 'y' : 'x'}`
      const call = marked(sampleCall(operation, await givenFor(operation, shop))) as unknown as CallV1
      for (const given of [token, wrong]) {
        const reply = await callV1(service, { ...call, token: given, headers: { ...call.headers, cookie } })
        told.push(reply.text)
        tokens.push(given)
      }
    }
    // What the samples need is made by calls, too.
    expect(linesOf(service).length).toBeGreaterThanOrEqual(2 * describedOperations.length)
    const statuses = new Set(linesOf(service).map(({ status }) => status))
    expect([...statuses]).toEqual(expect.arrayContaining([200, 201, 401]))
    // Tokens, and secrets of webhooks, are shown once.
    const shown = told.flatMap((text) => text.match(/\b(?:whsec|billkeep)_[\w+/=]{20,}/g) ?? [])
    expect(shown.length).toBeGreaterThan(1)
    expectNoneOf([...tokens, ...shown, ...secretsIn([])], service)
  })

  test('of signing in', async () => {
    const service = await testService()
    const [password, name] = ['marked-password-0123', 'Marked Name']
    const { id } = await service.store.shops.get('alice')
    const draft = { email: buyer, role: 'owner', expires: service.clock.now + 3_600_000 } as const
    const invitation = await service.store.invitations.create(id, draft, tester)
    const origin = `http://127.0.0.1:${service.port}`
    const post = async (path: string, body: unknown): Promise<Response> =>
      fetch(`${origin}/account/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', origin },
        body: JSON.stringify(body),
      })
    expect((await post('welcome', { token: invitation, name, password })).status).toBe(200)
    expect((await post('auth/sign-in/email', { email: buyer, password: `${password}x` })).status).toBe(401)
    const signIn = await post('auth/sign-in/email', { email: buyer, password })
    expect(signIn.status).toBe(200)
    const session = signIn.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    await fetch(`${origin}/account/me`, { headers: { cookie: session.join('; ') } })
    expect(linesOf(service).filter(({ face }) => face === 'account')).toHaveLength(4)
    const values = session.flatMap((pair) => [pair, pair.slice(pair.indexOf('=') + 1)])
    expectNoneOf([password, name, invitation, ...values, ...secretsIn([])], service)
  })

  test.each<[string, (message: string) => Error]>([
    ['of an error', (message) => new Error(message)],
    ['of its cause', (message) => new Error('It failed.', { cause: new Error(message) })],
    ['of several in one', (message) => new AggregateError([new Error(message)], 'They failed.')],
    ['of what is thrown and is no error', (message) => message as unknown as Error],
    ['of a database that is away', (message) => new StoreUnavailable({ cause: new Error(message) })],
    ['in properties', (message) => Object.assign(new Error('It failed.'), { detail: message, parameters: [message] })],
  ])('%s', async (_what, errorOf) => {
    const service = await testService()
    const database = 'postgres://billkeep:marked-password@db.example/billkeep'
    const message = `Key (email)=(${buyer}) in ${database}, "${buyer}", <${buyer}>, ${encodeURIComponent(buyer)}`
    service.store.forShop = () => {
      throw errorOf(message)
    }
    await askAll(service, all)
    // Each is told of twice: why it failed, and that it was answered.
    expect(linesOf(service)).toHaveLength(2 * all.length)
    expectNoneOf(['marked-password', ...secretsIn(all.map(({ body = '' }) => body))], service)
  })
})

test('what failed is told with its stack and code, and with the customer as far as needed to know one again', async () => {
  const service = await testService()
  service.store.forShop = () => {
    throw Object.assign(new Error(`No room for ${buyer}.`), { code: '53100' })
  }
  await askAll(service, [{ body: signed({ email: buyer }) }])
  const [failure, line] = linesOf(service)
  expect(failure).toMatchObject({
    level: 50,
    msg: 'A call failed.',
    id: line?.['id'],
    face: 'api',
    operation: 'GetBills',
    err: { type: 'Error', code: '53100', message: 'No room for m…@example.com.' },
  })
  expect(JSON.stringify(failure?.['err'])).toContain('log.test.ts')
  expect(line).toMatchObject({ level: 20, status: 500, code: 3 })
})
