/** What proxies, sign-in pages, other programs and broken connections answer in place of a shop. */
import { expect, test } from 'vitest'
import { receiver, type Receiver } from '../../server/test/receiver.ts'
import { alice } from '../../server/test/service.ts'
import { Billkeep } from '../src/billkeep.ts'
import type { BillkeepOptions } from '../src/options.ts'

const email = 'buyer@example.com'

/** Answers so, and a client of it. */
async function answering(
  [status, contentType, body]: readonly [status: number, contentType: string, body: string],
  options: Partial<BillkeepOptions> = {},
): Promise<{ readonly billkeep: Billkeep; readonly there: Receiver }> {
  const there = await receiver((response) => response.writeHead(status, { 'content-type': contentType }).end(body))
  const billkeep = new Billkeep({ baseUrl: there.url, ...alice, token: 'billkeep_1_1_x', retries: 0, ...options })
  return { billkeep, there }
}

const page = [200, 'text/html', '<html>Sign in</html>'] as const

test('a page in place of JSON is said to be that, and not asked for again', async () => {
  const { billkeep, there } = await answering(page, { retries: 2 })
  const noJson = { name: 'AnswerError', reason: 'not JSON' }
  await expect(billkeep.v1.orders.get(1)).rejects.toMatchObject({
    ...noJson,
    message: 'The answer is not JSON. Is this the address of a Billkeep?',
  })
  await expect(billkeep.v1.orders.list()).rejects.toMatchObject(noJson)
  await expect(billkeep.v1.orders.create({ email, items: [{ product: 'course' }] })).rejects.toMatchObject(noJson)
  await expect(billkeep.GetBills({ email })).rejects.toMatchObject(noJson)
  await expect(billkeep.v1.orders.export()).rejects.toMatchObject({ name: 'AnswerError', reason: 'no envelope' })
  expect(there.requests).toHaveLength(5)
})

test.each(['', '{"data":[{"num', 'OK'])('JSON that is cut off or not there is no answer: «%s»', async (body) => {
  const { billkeep } = await answering([200, 'application/json', body])
  await expect(billkeep.v1.orders.get(1)).rejects.toMatchObject({ name: 'AnswerError', reason: 'not JSON' })
  await expect(billkeep.v1.orders.list()).rejects.toMatchObject({ name: 'AnswerError', reason: 'not JSON' })
})

test.each(['null', '[]', '7', '"OK"'])('JSON of another kind is no answer: %s', async (body) => {
  const { billkeep } = await answering([200, 'application/json', body])
  await expect(billkeep.v1.orders.get(1)).rejects.toMatchObject({ name: 'AnswerError', reason: 'no envelope' })
  await expect(billkeep.v1.products.list()).rejects.toMatchObject({ name: 'AnswerError', reason: 'no envelope' })
})

test.each(['{}', '{"data":{}}', '{"data":[],"next_cursor":7}'])('%s is no list', async (body) => {
  const { billkeep } = await answering([200, 'application/json', body])
  const all = async (): Promise<void> => {
    for await (const order of billkeep.v1.orders.list()) expect(order).toBeUndefined()
  }
  await expect(all()).rejects.toMatchObject({
    name: 'AnswerError',
    message: 'The answer is JSON, but no list of API v1. Is this the address of a Billkeep?',
  })
})

test('what deletes is answered with nothing, and nothing else is', async () => {
  const { billkeep } = await answering([204, 'application/json', ''])
  await expect(billkeep.v1.orders.delete(1)).resolves.toBeUndefined()
  await expect(billkeep.v1.orders.get(1)).rejects.toMatchObject({ name: 'AnswerError' })
})

test.each([403, 404, 413])('a page with HTTP %i is told with its status', async (status) => {
  const { billkeep } = await answering([status, 'text/html', '<html>no</html>'])
  const error = { name: 'HttpError', status }
  await expect(billkeep.GetBills({ email })).rejects.toMatchObject({
    ...error,
    message: `The server answered with HTTP ${status}. Is this the address of a shop?`,
  })
  await expect(billkeep.v1.orders.get(1)).rejects.toMatchObject({
    ...error,
    message: `The server answered with HTTP ${status}. Is this the address of a Billkeep?`,
  })
})

test('a proxy’s «time is over» is asked again by what reads, and not by what changes something', async () => {
  const { billkeep, there } = await answering([408, 'text/html', '<html>later</html>'])
  await expect(billkeep.GetBills({ email }, { retries: 1 })).rejects.toMatchObject({ name: 'HttpError', status: 408 })
  expect(there.requests).toHaveLength(2)
  const order = { bill_email: email, goods: [{ good_name: 'course' }] }
  await expect(billkeep.CreateOrder(order, { retries: 1 })).rejects.toThrow(
    'HTTP 408. Look whether the change was made before you repeat it.',
  )
  expect(there.requests).toHaveLength(3)
})

test('«later» does not make the address doubtful', async () => {
  const { billkeep } = await answering([503, 'text/html', '<html>later</html>'])
  await expect(billkeep.v1.orders.get(1)).rejects.toThrow(/^The server answered with HTTP 503\.$/)
})
