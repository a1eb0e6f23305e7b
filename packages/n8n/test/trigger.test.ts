import type { IDataObject, IHookFunctions, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow'
import { beforeAll, expect, test } from 'vitest'
import type { ShopStore } from '../../server/src/store/store.ts'
import { receiver, type Receiver } from '../../server/test/receiver.ts'
import { draftOf } from '../../server/test/scenario.ts'
import { delivererOf } from '../../server/test/told-endpoints.ts'
import { aliceOf, tokenFor, withCourse } from '../../server/test/v1.ts'
import { builtNodes, callingContext, type Nodes } from './built.ts'

let nodes: Nodes
beforeAll(() => {
  nodes = builtNodes()
})

const usualEvents = ['order.created', 'order.paid']

interface Workflow {
  readonly shop: ShopStore
  /** Where n8n would listen. */
  readonly hook: Receiver
  readonly kept: IDataObject
  readonly deliver: () => Promise<void>
  /** A method of the trigger's life. */
  readonly life: (method: 'checkExists' | 'create' | 'delete', events?: readonly string[]) => Promise<boolean>
  /** What the node makes of what arrived last, and what it answered where that was no success. */
  readonly takes: (changes?: Changes) => Promise<IWebhookResponseData & { readonly refused?: number }>
}

interface Changes {
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

async function workflow(): Promise<Workflow> {
  const service = await withCourse()
  service.clock.now = Date.now()
  const shop = { address: `http://127.0.0.1:${service.port}`, token: await tokenFor(service) }
  const hook = await receiver()
  const kept: IDataObject = {}
  const contextOf = (events: readonly string[]) => ({
    ...callingContext(shop, { events: [...events] }),
    getWorkflow: () => ({ id: '1', name: 'Send a\nwelcome', active: true }),
    getWorkflowStaticData: () => kept,
    getNodeWebhookUrl: () => `${hook.url}/webhook/1`,
  })
  return {
    shop: await aliceOf(service),
    hook,
    kept,
    deliver: delivererOf(service),
    async life(method, events = usualEvents) {
      const run = nodes.trigger.webhookMethods?.default?.[method]
      return (await run?.call(contextOf(events) as unknown as IHookFunctions)) ?? false
    },
    async takes({ headers = {}, body } = {}) {
      const last = hook.requests.at(-1)
      const answered: number[] = []
      const response = {
        status(code: number) {
          answered.push(code)
          return { send: () => undefined }
        },
      }
      const context = {
        ...contextOf(usualEvents),
        getHeaderData: () => ({ ...last?.headers, ...headers }),
        getRequestObject: () => ({ rawBody: Buffer.from(body ?? last?.body ?? '') }),
        getResponseObject: () => response,
      }
      const result = await nodes.trigger.webhook?.call(context as unknown as IWebhookFunctions)
      const [refused] = answered
      return { ...result, ...(refused === undefined ? {} : { refused }) }
    },
  }
}

async function order({ orders }: ShopStore): Promise<number> {
  const placed = await orders.place(draftOf({ repeats: 'separate' }))
  if (placed.outcome !== 'placed') throw new Error('The shop takes no orders.')
  return placed.number
}

test('while it is active, a workflow starts with what happens', async () => {
  const { shop, hook, kept, deliver, life, takes } = await workflow()
  expect(await life('checkExists')).toBe(false)
  await life('create')
  expect(await shop.endpoints.list()).toMatchObject([
    { url: `${hook.url}/webhook/1`, description: 'n8n: Send a welcome', types: ['order.created', 'order.paid'] },
  ])
  expect(await life('checkExists')).toBe(true)

  const number = await order(shop)
  await deliver()
  const [[item] = []] = (await takes()).workflowData ?? []
  expect(item?.json).toMatchObject({ type: 'order.created', data: { number, status: 'waiting' } })
  expect(item?.json['id']).toMatch(/^evt_\d+$/)
  expect(item?.json['timestamp']).toMatch(/Z$/)

  await life('delete')
  expect(await shop.endpoints.list()).toEqual([])
  expect(kept).toEqual({})
  await order(shop)
  await deliver()
  expect(hook.requests).toHaveLength(1)
  expect(await life('delete')).toBe(true)
})

test('what is not signed by the shop, or is old, starts nothing', async () => {
  const { shop, kept, hook, deliver, life, takes } = await workflow()
  await life('create')
  await order(shop)
  await deliver()
  const refused = { noWebhookResponse: true, refused: 403 }
  const { body = '' } = hook.requests.at(-1) ?? {}
  expect(await takes({ body: body.replace('waiting', 'paid') })).toEqual(refused)
  expect(await takes({ headers: { 'webhook-id': 'evt_9_abc' } })).toEqual(refused)
  expect(await takes({ headers: { 'webhook-signature': '' } })).toEqual(refused)
  expect(await takes({ headers: { 'webhook-timestamp': String(Math.floor(Date.now() / 1_000) - 600) } })).toEqual(
    refused,
  )
  const { secret } = kept
  kept['secret'] = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwb3Jkgd4tUeA='
  expect(await takes()).toEqual(refused)
  kept['secret'] = secret
  expect(await takes()).toHaveProperty('workflowData')
  delete kept['secret']
  expect(await takes()).toEqual(refused)
})

test('somebody who tries out the endpoint starts nothing, and is told that it arrived', async () => {
  const { shop, hook, deliver, life, takes } = await workflow()
  await life('create')
  const [endpoint] = await shop.endpoints.list()
  await shop.endpoints.sendTest(endpoint?.number ?? 0)
  await deliver()
  expect(hook.requests).toHaveLength(1)
  expect(await takes()).toEqual({})
})

test('an endpoint that does otherwise than the workflow wants is replaced', async () => {
  const { shop, life } = await workflow()
  await life('create')
  expect(await life('checkExists', ['order.returned'])).toBe(false)
  expect(await shop.endpoints.list()).toEqual([])
  await life('create', ['order.returned'])
  expect(await life('checkExists', ['order.returned'])).toBe(true)
  const [endpoint] = await shop.endpoints.list()
  await shop.endpoints.remove(endpoint?.number ?? 0)
  expect(await life('checkExists', ['order.returned'])).toBe(false)
})
