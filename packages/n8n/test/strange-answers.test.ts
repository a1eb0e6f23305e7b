/** What is not Billkeep, or is not reached: proxies, sign-in pages, redirects, cut-off answers. */
import { beforeAll, expect, test } from 'vitest'
import type { IDataObject, IHookFunctions } from 'n8n-workflow'
import { receiver } from '../../server/test/receiver.ts'
import { builtNodes, callingContext, execute, type Nodes } from './built.ts'

let nodes: Nodes
beforeAll(() => {
  nodes = builtNodes()
})

const get = { resource: 'order', operation: 'get', number: '1' }
const list = { resource: 'order', operation: 'getAll', returnAll: true, filters: {} }
const create = { resource: 'order', operation: 'create', email: 'a@example.com', items: { values: [] } }

async function answering(status: number, contentType: string, body: string) {
  const { url, requests } = await receiver((response) =>
    response.writeHead(status, { 'content-type': contentType }).end(body),
  )
  return {
    url,
    requests,
    does: async (parameters: IDataObject) => execute(nodes, { address: url, token: 'x' }, parameters),
  }
}

test.each([
  [404, 'text/html', '<p>no'],
  [502, 'text/html', '<p>bad gateway'],
  [200, 'text/html', '<p>Sign in'],
  [200, 'application/json', ''],
  [200, 'application/json', '[]'],
  [204, 'application/json', ''],
])('HTTP %i of %s, %j, is not taken for an answer', async (status, contentType, body) => {
  const { url, does } = await answering(status, contentType, body)
  const told = { message: `${url}/v1 does not answer as Billkeep does`, httpCode: String(status) }
  for (const parameters of [get, list, create]) await expect(does(parameters)).rejects.toMatchObject(told)
})

test('a list without its entries is none', async () => {
  const { does } = await answering(200, 'application/json', '{}')
  await expect(does(list)).rejects.toThrow('The answer is no list of Billkeep')
})

test('a redirect is not followed: n8n would send the token along', async () => {
  const elsewhere = await receiver()
  const moved = await receiver((response) => response.writeHead(301, { location: elsewhere.url }).end())
  for (const parameters of [get, list, create]) {
    await expect(execute(nodes, { address: moved.url, token: 'x' }, parameters)).rejects.toThrow(
      `${moved.url}/v1 sends one on to ${elsewhere.url}: give the address that it leads to`,
    )
  }
  expect(elsewhere.requests).toEqual([])
})

test.each(['', ' ', '.', '..'])('«%s» is no number, and not the list of all orders', async (number) => {
  const { does, requests } = await answering(200, 'application/json', '{"data":[],"next_cursor":null}')
  await expect(does({ ...get, number })).rejects.toThrow('«number» is empty')
  expect(requests).toEqual([])
})

test('while a trigger starts, a page in place of Billkeep keeps nothing and says so', async () => {
  const { url } = await answering(200, 'text/html', '<p>Sign in')
  const kept: IDataObject = {}
  const context = {
    ...callingContext({ address: url, token: 'x' }, { events: ['order.paid'] }),
    getWorkflow: () => ({ name: 'Welcome' }),
    getWorkflowStaticData: () => kept,
    getNodeWebhookUrl: () => 'https://n8n.example/webhook/1',
  }
  const created = nodes.trigger.webhookMethods?.default?.create.call(context as unknown as IHookFunctions)
  await expect(created).rejects.toThrow('does not answer as Billkeep does')
  expect(kept).toEqual({})
})
