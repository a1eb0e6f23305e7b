/** What is not Billkeep, or is not reached: proxies, sign-in pages, redirects, cut-off answers. */
import type { ServerResponse } from 'node:http'
import { describe, expect, test } from 'vitest'
import { createAppTester } from 'zapier-platform-core'
import { receiver } from '../../server/test/receiver.ts'
import { authentication } from '../src/authentication.ts'
import app from '../src/index.ts'
import type { Connection } from './connection.ts'

type Perform = Parameters<Connection['run']>[0]

interface Using {
  readonly operation: Readonly<Record<string, Perform>>
}

function performOf(item: unknown, name = 'perform'): Perform {
  const perform = (item as Using).operation[name]
  if (perform === undefined) throw new Error(`There is no ${name}.`)
  return perform
}

/** Everything of the app that asks. */
const asking: readonly (readonly [name: string, perform: Perform, bundle: object])[] = [
  ['the test of a connection', authentication.test, {}],
  ['what has happened', performOf(app.triggers['order_paid'], 'performList'), {}],
  ['subscribing', performOf(app.triggers['order_paid'], 'performSubscribe'), { targetUrl: 'https://hooks.example' }],
  ['unsubscribing', performOf(app.triggers['order_paid'], 'performUnsubscribe'), { subscribeData: { id: '1' } }],
  ['products to choose from', performOf(app.triggers['product_list']), {}],
  ['an order', performOf(app.searches['find_order']), { inputData: { number: 7 } }],
  ['orders', performOf(app.searches['find_orders']), { inputData: { email: 'a@example.com' } }],
  ['a product', performOf(app.searches['find_product']), { inputData: { product: 'course' } }],
  ['a new order', performOf(app.creates['create_order']), { inputData: { email: 'a@example.com' } }],
  ['a payment', performOf(app.creates['update_order_status']), { inputData: { number: 7, status: 'paid' } }],
]

const page = (status: number) => (response: ServerResponse) =>
  response.writeHead(status, { 'content-type': 'text/html' }).end('<p>Sign in')
const json = (text: string) => (response: ServerResponse) =>
  response.writeHead(200, { 'content-type': 'application/json' }).end(text)

describe.each(asking)('%s', (_, perform, bundle) => {
  async function askingAt(answer: (response: ServerResponse) => void): Promise<unknown> {
    const { url } = await receiver(answer)
    const authData = { address: url, login: 'alice', token: 'x' }
    return createAppTester(app)(perform, { inputData: {}, meta: { page: 0 }, ...bundle, authData })
  }

  test.each([
    [200, page(200)],
    [404, page(404)],
    [500, page(500)],
    [200, json('')],
    [200, json('{"data":[{"num')],
    [200, json('null')],
    [200, json('[]')],
    [200, json('{}')],
  ])('is told of an answer with %i that is not Billkeep’s', async (status, answer) => {
    await expect(askingAt(answer)).rejects.toThrow(`The address answers ${status}, and not as Billkeep does.`)
  })

  test('is to come again where a proxy answers for a Billkeep that is away', async () => {
    await expect(askingAt(page(503))).rejects.toMatchObject({ name: 'ThrottledError' })
  })

  test('is not sent elsewhere by a redirect', async () => {
    const elsewhere = await receiver()
    const moved = askingAt((response) => response.writeHead(301, { location: `${elsewhere.url}/v1` }).end())
    await expect(moved).rejects.toThrow(`The address sends one on to ${elsewhere.url}/v1.`)
    expect(elsewhere.requests).toEqual([])
  })
})
