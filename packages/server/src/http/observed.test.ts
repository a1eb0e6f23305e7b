/** The line that each request gets in the log, and the name by which it is found there. */
import { describe, expect, test } from 'vitest'
import { testConnection } from '../../test/raw-connection.ts'
import { bytesOfCall, type Call, linesOf, signed, testService } from '../../test/service.ts'
import { createLog } from '../log.ts'
import { type ApiReply, isLong } from './message.ts'
import { observed } from './observed.ts'

const body = signed({ email: 'nobody@example.com' })
const call = { face: 'api', operation: 'GetBills', login: 'alice', method: 'POST', address: '127.0.0.1' }

describe('a request has one line in the log', () => {
  test.each<[string, Call, Record<string, unknown>]>([
    ['a call', { body }, { ...call, status: 200, code: 400 }],
    ['a function as the path spells it', { body, target: '/api/GETBILLS/?x=1' }, { ...call, status: 200, code: 400 }],
    ['a wrong hash', { body: `${body}0` }, { ...call, status: 200, code: 4 }],
    ['a function of 2.0', { target: '/api/GETGOODS', body: 'rpsKey=x' }, { ...call, operation: 'getgoods', code: 4 }],
    ['no such shop', { body, host: 'nobody.localhost' }, { face: 'api', operation: 'GetBills', code: 5 }],
    ['no such function', { body, target: '/api/Get%42ills' }, { face: 'api', login: 'alice', status: 404, code: 3 }],
    ['a bill', { method: 'GET', target: '/bill/258367/x/' }, { face: 'bill', login: 'alice', status: 404 }],
    ['a page', { method: 'GET', host: 'localhost', target: '/healthz' }, { face: 'page', operation: 'healthz' }],
  ])('%s', async (_what, given, expected) => {
    const service = await testService()
    const connection = await testConnection(service)
    const id = (await connection.send(bytesOfCall(given)).reply()).headers.get('request-id')
    expect(id).toMatch(/^[\da-f]{6}-\d+$/)
    const lines = linesOf(service)
    expect(lines).toMatchObject([{ level: 20, msg: 'A request is answered.', id, ...expected }])
    expect(lines[0]?.['ms']).toBeTypeOf('number')
    // What is not known is left out, and what a caller made up is nowhere.
    const unknown = expected['login'] === undefined ? 'login' : 'none'
    expect(lines[0]).not.toHaveProperty(unknown)
  })

  test('and so has what is no request', async () => {
    const service = await testService()
    const connection = await testConnection(service)
    const { status, headers } = await connection.send('NONSENSE\r\n\r\n').reply()
    expect(status).toBe(400)
    expect(headers.get('request-id')).toMatch(/^[\da-f]{6}-\d+$/)
    expect(linesOf(service)).toMatchObject([{ id: headers.get('request-id'), face: 'api', code: 5 }])
  })

  test('but not at the level «info»', async () => {
    const written: string[] = []
    const service = await testService({ log: createLog('info', { write: (line) => written.push(line) }) })
    const connection = await testConnection(service)
    await connection.send(bytesOfCall({ body })).reply()
    expect(written).toEqual([])
  })
})

describe('a long answer', () => {
  const about = { face: 'api', operation: 'GetOrders', login: 'alice', code: 0 } as const
  const request = {
    id: '1',
    method: 'POST',
    target: '',
    host: '',
    address: '',
    scheme: 'http' as const,
    contentType: undefined,
    headers: {},
    body: undefined,
  }

  async function told(pieces: () => AsyncGenerator<string>, taken: number): Promise<readonly number[]> {
    const reply: ApiReply = {
      status: 200,
      headers: {},
      about,
      body: { pieces: pieces(), trailerNames: '', trailers: () => ({}) },
    }
    const statuses: number[] = []
    const answer = observed(async () => reply, [(_request, { status }) => statuses.push(status)])
    const { body: long } = await answer(request)
    expect(statuses).toEqual([])
    const iterator = isLong(long) ? long.pieces[Symbol.asyncIterator]() : undefined
    for (let count = 0; count < taken; count += 1) await iterator?.next().catch(() => undefined)
    await iterator?.return?.()
    return statuses
  }

  async function* two(): AsyncGenerator<string> {
    yield 'a'
    yield 'b'
  }

  async function* broken(): AsyncGenerator<string> {
    yield 'a'
    throw new Error('Gone.')
  }

  test.each([
    ['is told of when all of it is taken', two, 3, [200]],
    ['that fails in the middle has failed', broken, 2, [500]],
    ['that nobody wants to its end was no success', two, 1, [500]],
  ] as const)('%s', async (_what, pieces, taken, statuses) => {
    expect(await told(pieces, taken)).toEqual(statuses)
  })
})

describe('the name of a request', () => {
  const given = 'proxy.7_A-1'

  async function nameOf(header: string, trustProxy = true): Promise<string | undefined> {
    const service = await testService({ trustProxy })
    const connection = await testConnection(service)
    return (await connection.send(bytesOfCall({ body, headers: [header] })).reply()).headers.get('request-id')
  }

  test.each([
    ['a proxy that is trusted', `X-Request-Id: ${given}`, given],
    ['128 characters', `x-request-id: ${'a'.repeat(128)}`, 'a'.repeat(128)],
  ])('is that of %s', async (_what, header, id) => {
    expect(await nameOf(header)).toBe(id)
  })

  test.each([
    ['of whoever is not trusted', `X-Request-Id: ${given}`, false],
    ['that is empty', 'X-Request-Id:', true],
    ['of 129 characters', `X-Request-Id: ${'a'.repeat(129)}`, true],
    ['with a space', 'X-Request-Id: a b', true],
    ['with other letters', 'X-Request-Id: \u00e9', true],
    ['twice', `X-Request-Id: ${given}\r\nX-Request-Id: b`, true],
    ['in the header of answers', `Request-Id: ${given}`, true],
  ])('is not one %s', async (_what, header, trustProxy) => {
    expect(await nameOf(header, trustProxy)).toMatch(/^[\da-f]{6}-\d+$/)
  })
})
