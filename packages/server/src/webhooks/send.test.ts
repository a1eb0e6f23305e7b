import { expect, test } from 'vitest'
import { receiver } from '../../test/receiver.ts'
import { send } from './send.ts'

const signal = new AbortController().signal
const body = 'id=1&email=a%40b'
const headers = { 'content-type': 'application/x-www-form-urlencoded' }
const sending = { headers, body, allowPrivate: true, signal, timeoutMs: 20_000 }

test('posts the form, with the query of the URL', async () => {
  const shop = await receiver()
  expect(await send({ ...sending, url: `${shop.url}/paid.php?x=1` })).toEqual({
    status: 200,
    problem: '',
    answer: 'thanks',
  })
  expect(shop.received.map(String)).toEqual([body])
  expect(shop.targets).toEqual(['/paid.php?x=1'])
})

test.each([200, 201, 204])('takes %i for delivered', async (status) => {
  const { url } = await receiver((response) => response.writeHead(status).end())
  expect(await send({ ...sending, url })).toMatchObject({ status, problem: '' })
})

test.each([400, 404, 500, 503])('takes %i for a failure', async (status) => {
  const { url } = await receiver((response) => response.writeHead(status).end('no'))
  expect(await send({ ...sending, url })).toEqual({ status, problem: `answered ${status}`, answer: 'no' })
})

test('does not follow a redirect', async () => {
  const elsewhere = await receiver()
  const { url } = await receiver((response) => response.writeHead(302, { location: elsewhere.url }).end())
  const { problem } = await send({ ...sending, url })
  expect(problem).toBe(`answered 302 to ${elsewhere.url}, which is not followed`)
  expect(elsewhere.received).toEqual([])
})

test('gives up on a receiver that never answers', async () => {
  const { url } = await receiver(() => {})
  expect(await send({ ...sending, url, timeoutMs: 50 })).toEqual({
    status: null,
    problem: 'no answer within 0.05 s',
    answer: '',
  })
})

test('is not held up by a receiver that would speak another protocol', async () => {
  const { url } = await receiver((response) => response.socket?.end(switching))
  expect(await send({ ...sending, url })).toEqual({ status: 101, problem: 'answered 101', answer: '' })
})

const switching = 'HTTP/1.1 101 Switching Protocols\r\nUpgrade: other\r\nConnection: Upgrade\r\n\r\n'

test('takes a 2xx for delivered even if the rest never comes', async () => {
  const { url } = await receiver((response) => response.writeHead(200).write('be'))
  expect(await send({ ...sending, url, timeoutMs: 100 })).toEqual({ status: 200, problem: '', answer: 'be' })
})

test('reads no more of an answer than a script can have to say', async () => {
  const { url } = await receiver((response) => response.end('x'.repeat(10_000_000)))
  expect(await send({ ...sending, url })).toEqual({ status: 200, problem: '', answer: 'x'.repeat(1_000) })
})

test('says that the connection was closed or refused', async () => {
  const { url } = await receiver((response) => response.destroy())
  expect((await send({ ...sending, url })).problem).toBe('the connection was closed before an answer')
  expect((await send({ ...sending, url: 'http://127.0.0.1:1/' })).problem).toBe('the connection was refused')
})

test.each(['', 'localhost'])('reaches nothing on this machine unless it may (%s)', async (name) => {
  const shop = await receiver()
  const url = name === '' ? shop.url : shop.url.replace('127.0.0.1', name)
  const { problem, status } = await send({ ...sending, url, allowPrivate: false })
  expect(problem).toContain('--allow-private-targets')
  expect(status).toBeNull()
  expect(shop.received).toEqual([])
})
