import { once } from 'node:events'
import { createConnection } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { databaseNames, placeOn } from '../../../test/databases.ts'
import { orderOf, storedOrders, training } from '../../../test/orders.ts'
import { type Service, startService, testService } from '../../../test/service.ts'
import { aliceOf, callerOf, callV1, type ReplyV1, tokenFor } from '../../../test/v1.ts'
import type { Order } from '../../rules/order.ts'
import { writeOrderLine } from '../../transfer/order-line.ts'

const first = orderOf({ number: 1 })
const second = orderOf({ number: 2 })
const file = (...orders: readonly Order[]): string => orders.map((order) => `${writeOrderLine(order)}\n`).join('')
const ndjson = { 'content-type': 'application/x-ndjson' }
const nothing = { added: 0, same: 0, updated: 0, rejected: 0, rejected_lines: [] }

async function send(service: Service, text: string, query = '', headers: Record<string, string> = ndjson) {
  const token = await tokenFor(service, { scopes: ['orders:write'] })
  return callV1(service, { at: `/orders/import${query}`, method: 'POST', body: text, token, headers })
}

async function stored(service: Service): Promise<readonly number[]> {
  return (await storedOrders(await aliceOf(service))).map(({ number }) => number)
}

const present = [258_367, 258_368, 258_369]

test.each(databaseNames)('on %s, a file is taken, again changes nothing, and is audited once', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  expect(await send(service, file(first, second))).toMatchObject({ status: 200, json: { ...nothing, added: 2 } })
  expect(await send(service, file(first, second))).toMatchObject({ status: 200, json: { ...nothing, same: 2 } })
  expect(await stored(service)).toEqual([1, 2, ...present])
  const rows = await (await aliceOf(service)).audit.list({ limit: 200 })
  const imports = rows.filter(({ action }) => action === 'orders.imported')
  expect(imports).toMatchObject([{ details: { added: 2 }, actor: { face: 'v1', name: 'token 1 test' } }, {}])
  const moved = file({ ...first, city: 'Riga' })
  expect(await send(service, moved)).toMatchObject({
    status: 422,
    json: {
      errors: [
        { in: 'body', field: 'line 1', detail: 'order 1 is stored already with another city; «update» replaces it' },
      ],
    },
  })
  expect(await send(service, moved, '?update=true')).toMatchObject({ json: { ...nothing, updated: 1 } })
})

test('after the largest number and product number that a file can have, what comes next is found by its own', async () => {
  const service = await testService()
  const largest = 99_999_999_999_999
  const items = [{ ...training, product: largest, name: 'last' }]
  expect(await send(service, file(orderOf({ number: largest, items })))).toMatchObject({ status: 200 })
  const call = await callerOf(service, ['orders:write', 'products:write'])
  const product = await call({ at: '/products', body: { name: 'next', title: 'Next', price: 1 } })
  expect(product).toMatchObject({ status: 201, json: { number: largest + 1 } })
  const body = { email: 'anna@example.com', items: [{ product: 'next' }] }
  expect(await call({ at: '/orders', body })).toMatchObject({ status: 201, json: { number: largest + 1 } })
  expect(await call({ at: `/orders/${largest + 1}` })).toMatchObject({ status: 200 })
  expect(await call({ at: `/orders?product=${largest + 1}` })).toMatchObject({ json: { data: [{}] } })
})

test.each(databaseNames)('on %s, bad lines refuse the file, or are passed over', async (name) => {
  const service = await startService({}, await placeOn(name))
  onTestFinished(() => service.close())
  const text = `${file(first)}nonsense\n{"number":0}\n${file(second)}`
  const refused = await send(service, text)
  expect(refused).toMatchObject({
    status: 422,
    json: { type: '/v1/problems/invalid', detail: 'Nothing was imported: 2 bad lines.' },
  })
  expect(faultsIn(refused)).toEqual(['line 2: is not JSON', expect.stringMatching(/^line 3: number must be/)])
  expect(await stored(service)).toEqual(present)
  expect(await send(service, text, '?skip_bad=true')).toMatchObject({
    status: 200,
    json: { added: 2, rejected: 2, rejected_lines: [{ line: 2, detail: 'is not JSON' }, { line: 3 }] },
  })
  expect(await stored(service)).toEqual([1, 2, ...present])
})

function faultsIn({ json }: ReplyV1): readonly string[] {
  return (json as { errors: { field: string; detail: string }[] }).errors.map(
    ({ field, detail }) => `${field}: ${detail}`,
  )
}

test('of many bad lines a thousand are named', async () => {
  const refused = await send(await testService(), 'x\n'.repeat(1_200))
  expect(refused).toMatchObject({ status: 422, json: { detail: 'Nothing was imported: 1200 bad lines.' } })
  expect(faultsIn(refused)).toHaveLength(1_000)
})

test('nothing is a file without orders', async () => {
  const service = await testService()
  const token = await tokenFor(service)
  const reply = await callV1(service, { at: '/orders/import', method: 'POST', token })
  expect(reply).toMatchObject({ status: 200, json: nothing })
})

test('the file of an export is taken as it is', async () => {
  const service = await testService()
  const { text } = await callV1(service, { at: '/orders/export', token: await tokenFor(service) })
  expect(await send(service, text)).toMatchObject({ status: 200, json: { ...nothing, same: 3 } })
})

test.each([
  ['another type', {}, { 'content-type': 'text/csv' }, 415],
  ['a form', {}, { 'content-type': 'application/x-www-form-urlencoded' }, 415],
  ['more than may be', { limits: { maxUploadBytes: 100 } }, ndjson, 413],
])('%s is refused, and nothing is taken', async (_, options, headers, status) => {
  const service = await testService(options)
  expect(await send(service, file(first), '', headers)).toMatchObject({ status })
  expect(await stored(service)).toEqual(present)
})

test('it is not for a token that may only read, and unknown parameters are refused', async () => {
  const service = await testService()
  const token = await tokenFor(service, { scopes: ['orders:read'] })
  const call = { at: '/orders/import', body: file(first), headers: ndjson }
  expect(await callV1(service, { ...call, token })).toMatchObject({ status: 403 })
  expect(await callV1(service, call)).toMatchObject({ status: 401 })
  expect(await send(service, file(first), '?dry=true')).toMatchObject({ status: 422 })
  expect(await stored(service)).toEqual(present)
})

/** Sends the beginning of a request, and gives its socket. */
async function begun(service: Service, text: string, bytes: number) {
  const token = await tokenFor(service)
  const socket = createConnection({ port: service.port, host: '127.0.0.1' }).on('error', () => {})
  const head = ['POST /v1/orders/import HTTP/1.1', 'Host: x', `Authorization: Bearer ${token}`]
  socket.write(`${[...head, 'Content-Type: application/x-ndjson', `Content-Length: ${bytes}`].join('\r\n')}\r\n\r\n`)
  socket.write(text)
  return socket
}

test('two files are taken at once, and a third when one of them is done', async () => {
  const service = await testService()
  const sockets = await Promise.all([begun(service, '#', 1_000), begun(service, '#', 1_000)])
  await expect.poll(() => service.load.underWay).toBe(2)
  const refused = await send(service, file(first))
  expect(refused).toMatchObject({ status: 503, json: { type: '/v1/problems/overloaded' } })
  expect(refused.headers.get('retry-after')).toBe('5')
  for (const socket of sockets) socket.destroy()
  await expect.poll(() => service.load.underWay).toBe(0)
  expect(await send(service, file(first))).toMatchObject({ status: 200 })
})

test('who goes away before the answer has imported nothing', async () => {
  const service = await testService()
  const text = file(...Array.from({ length: 20_000 }, (_, index) => orderOf({ number: index + 1 })))
  const socket = await begun(service, text, Buffer.byteLength(text))
  await expect.poll(() => service.load.underWay).toBe(1)
  socket.destroy()
  await expect.poll(() => service.load.underWay).toBe(0)
  expect(await stored(service)).toEqual(present)
  expect(service.log.join('')).not.toContain('A call of API v1 failed')
})

test('a sender who never comes to an end is answered, and cut off', async () => {
  const service = await testService({ limits: { uploadMs: 20 } })
  const socket = await begun(service, '#', 1_000)
  let answer = ''
  socket.on('data', (data) => {
    answer += data.toString()
  })
  await once(socket, 'close')
  expect(answer).toContain('HTTP/1.1 408')
  expect(answer).toContain('/v1/problems/timeout')
})

test('a slow sender has more time than one of another call', async () => {
  const service = await testService({ limits: { requestMs: 50, headersMs: 50, checkMs: 10 } })
  const text = file(first)
  const socket = await begun(service, text.slice(0, 20), Buffer.byteLength(text))
  const other = createConnection({ port: service.port, host: '127.0.0.1' }).on('error', () => {})
  other.write('POST /api/GetBills HTTP/1.1\r\nHost: alice.localhost\r\nContent-Length: 10\r\n\r\nx')
  // By then, the time of both is over.
  await once(other.resume(), 'close')
  const reply = Promise.withResolvers<string>()
  socket.once('data', (data) => {
    reply.resolve(data.toString())
  })
  socket.write(text.slice(20))
  expect(await reply.promise).toContain('"added":1')
  socket.destroy()
})
