import { runInNewContext } from 'node:vm'
import {
  type ICredentialTestRequest,
  type IDataObject,
  type ILoadOptionsFunctions,
  type INodeProperties,
  NodeHelpers,
} from 'n8n-workflow'
import { beforeAll, expect, test } from 'vitest'
import { type Scope, scopes } from '../../server/src/rules/scope.ts'
import { tokenFor, withCourse } from '../../server/test/v1.ts'
import { apiAddress } from '../nodes/api/api-address.ts'
import { textOf } from '../nodes/api/text-of.ts'
import { builtNodes, callingContext, execute, type Nodes, type Run, type Shop } from './built.ts'

let nodes: Nodes
beforeAll(() => {
  nodes = builtNodes()
})

interface Using extends Shop {
  readonly does: (what: string, parameters?: IDataObject, run?: Run) => Promise<readonly IDataObject[]>
}

async function using(granted: readonly Scope[] = scopes): Promise<Using> {
  const service = await withCourse()
  const shop = { address: `http://127.0.0.1:${service.port}/`, token: await tokenFor(service, { scopes: granted }) }
  return {
    ...shop,
    async does(what, parameters = {}, run = {}) {
      const [resource = '', operation = ''] = what.split('.')
      ran.add(what)
      return execute(nodes, shop, { resource, operation, ...parameters }, run)
    },
  }
}

/** So that no operation is left out. */
const ran = new Set<string>()

const anna = { email: 'anna@example.com', items: { values: [{ product: 'course', amount: 1_500 }] } }

const numberIn = ([first]: readonly IDataObject[]): string => textOf(first?.['number'])

test('an order goes through its life', async () => {
  const { does } = await using()
  const created = await does('order.create', {
    ...anna,
    additionalFields: {
      first_name: 'Anna',
      phone: '',
      utm: { values: { source: 'newsletter' } },
      attributes: { values: [{ name: 'ip', value: '203.0.113.7' }] },
      partners: [],
      created_at: '2026-01-31T19:00:00',
    },
  })
  expect(created).toMatchObject([
    {
      status: 'waiting',
      total: 1_500,
      created_at: '2026-01-31T18:00:00.000Z',
      customer: { first_name: 'Anna' },
      utm: { source: 'newsletter' },
      attributes: { ip: '203.0.113.7' },
    },
  ])
  const number = numberIn(created)
  expect(await does('order.pay', { number, additionalFields: { amount: 500 } })).toMatchObject([{ amount_due: 1_000 }])
  expect(await does('order.pay', { number })).toMatchObject([{ status: 'paid' }])
  expect(await does('order.send', { number, additionalFields: { tracking_number: 'RA1' } })).toMatchObject([
    { tracking_number: 'RA1' },
  ])
  expect(await does('order.update', { number, additionalFields: { tag: 'vip' } })).toMatchObject([{ tag: 'vip' }])
  expect(await does('order.return', { number })).toMatchObject([{ status: 'returned' }])
  expect(await does('order.delete', { number })).toEqual([{ deleted: true }])
  await expect(does('order.get', { number })).rejects.toThrow(`There is no order ${number}.`)
  await does('order.restore', { number })
  expect(await does('order.get', { number: ` ${number} ` })).toMatchObject([{ status: 'returned' }])
})

test('an order that waits is cancelled', async () => {
  const { does } = await using()
  const number = numberIn(await does('order.create', anna))
  expect(await does('order.cancel', { number })).toMatchObject([{ status: 'cancelled' }])
})

test('lists give as much as is asked for, over as many pages as it takes', async () => {
  const { does } = await using()
  for (let count = 0; count < 205; count += 1) await does('order.create', anna)
  const found = async (parameters: IDataObject) => does('order.getAll', { filters: {}, ...parameters })
  expect(await found({ returnAll: false, limit: 3 })).toHaveLength(3)
  expect(await found({ returnAll: false, limit: 203 })).toHaveLength(203)
  const all = await found({ returnAll: true, filters: { email: anna.email, status: ['waiting', 'paid'] } })
  expect(new Set(all.map(({ number }) => number)).size).toBe(205)
  expect(await found({ returnAll: true, filters: { status: ['cancelled'] } })).toEqual([])
  expect(await does('product.getAll', { returnAll: true, filters: { q: 'cour' } })).toMatchObject([{ name: 'course' }])
})

test('a customer is found with the orders', async () => {
  const { does } = await using()
  await does('order.create', anna)
  expect(await does('customer.get', { email: 'anna@example.com' })).toMatchObject([
    { email: 'anna@example.com', totals: { orders: 1 }, orders: { data: [{ total: 1_500 }] } },
  ])
})

test('a product goes through its life', async () => {
  const { does } = await using()
  const fee = { values: { percent: 10 } }
  const given = { name: 'cakes', title: 'Course of baking', price: 200_000, additionalFields: { partner_fee: fee } }
  expect(await does('product.create', given)).toMatchObject([{ name: 'cakes', partner_fee: { percent: 10 } }])
  expect(await does('product.update', { product: 'cakes', additionalFields: { price: 100 } })).toMatchObject([
    { price: 100, title: 'Course of baking' },
  ])
  expect(await does('product.get', { product: 'cakes' })).toMatchObject([{ price: 100 }])
  expect(await does('product.delete', { product: 'cakes' })).toEqual([{ deleted: true }])
})

test('each operation that n8n offers is run here', () => {
  const offered = nodes.billkeep.description.properties
    .filter(({ name }) => name === 'operation')
    .flatMap(({ displayOptions, options = [] }) => {
      const [resource] = displayOptions?.show?.['resource'] ?? []
      return options.map((option) => `${textOf(resource)}.${'value' in option ? String(option.value) : ''}`)
    })
  expect([...ran].toSorted()).toEqual(offered.toSorted())
})

test('what n8n tries again is not done twice; what a loop does again is', async () => {
  const { does } = await using()
  const run = { executionId: '7', runIndex: 0 }
  const first = await does('order.create', anna, run)
  expect(await does('order.create', anna, run)).toEqual(first)
  expect(numberIn(await does('order.create', anna, { ...run, runIndex: 1 }))).not.toBe(numberIn(first))
  expect(numberIn(await does('order.create', anna, { ...run, instanceId: 'n8n-2' }))).not.toBe(numberIn(first))
  expect(numberIn(await does('order.create', anna, { executionId: '8' }))).not.toBe(numberIn(first))
})

test('what is wrong is said as Billkeep says it, and for which item', async () => {
  const { does } = await using()
  const wrong = { ...anna, items: { values: [{ product: 'bread' }] } }
  await expect(does('order.create', wrong)).rejects.toMatchObject({
    name: 'NodeApiError',
    message: 'There is no product «bread».',
    httpCode: '422',
    context: { itemIndex: 0 },
  })
  expect(await does('order.create', wrong, { continueOnFail: true })).toEqual([
    { error: 'There is no product «bread».' },
  ])
  const several = { email: 'anna', items: { values: [] } }
  await expect(does('order.create', several)).rejects.toThrow(
    '«email» must be an e-mail address. «items» must have at least 1 entry.',
  )
  const reading = await using(['orders:read'])
  await expect(reading.does('order.create', anna)).rejects.toMatchObject({ httpCode: '403' })
})

test('people choose products by their titles', async () => {
  const shop = await using()
  const context = callingContext(shop, {}) as unknown as ILoadOptionsFunctions
  const choices = await nodes.billkeep.methods?.loadOptions?.['getProducts']?.call(context)
  expect(choices).toContainEqual({ name: 'The course', value: 'course' })
})

test('whoever connects is told whether address and token are right', async () => {
  const { address, token } = await using(['orders:read'])
  const { test: asked, authenticate } = nodes.credentials
  expect(authenticate).toMatchObject({ properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } } })
  const { request, rules } = asked as ICredentialTestRequest
  expect(request.disableFollowRedirect).toBe(true)
  // A page of something else has no `data`.
  expect(rules).toMatchObject([{ type: 'responseSuccessBody', properties: { key: 'data', value: undefined } }])
  // n8n evaluates it as JavaScript.
  const [, expression = ''] = /^=\{\{(.+)\}\}$/.exec(String(request.baseURL)) ?? []
  const baseOf = (given: string): unknown => runInNewContext(expression, { $credentials: { address: given } })
  for (const given of [
    'orders.example.com',
    ' https://orders.example.com/ ',
    'https://orders.example.com/v1/docs',
    'https://orders.example.com/@anna/',
  ]) {
    expect(baseOf(given)).toBe('https://orders.example.com')
    expect(apiAddress(given.trim())).toBe('https://orders.example.com/v1')
  }
  const base = String(baseOf(address))
  const url = String(request.url)
  const statusFor = async (given: string) =>
    (await fetch(`${base}${url}`, { headers: { authorization: `Bearer ${given}` } })).status
  expect(await statusFor(token)).toBe(200)
  expect(await statusFor(`${token}x`)).toBe(401)
})

test('what nobody fills in within a group is not sent: n8n gives the defaults of all its fields', async () => {
  const { description } = nodes.billkeep
  const given = {
    resource: 'order',
    operation: 'create',
    email: anna.email,
    items: { values: [{ product: 'course' }] },
  }
  const parameters = NodeHelpers.getNodeParameters(
    description.properties,
    given,
    true,
    false,
    { typeVersion: 1 },
    description,
  )
  const { does } = await using()
  expect(await does('order.create', parameters as IDataObject)).toMatchObject([{ total: 200_000 }])
  const parts = allOf(description.properties).flatMap(({ options = [] }) =>
    options.flatMap((option) => ('values' in option ? option.values : [])),
  )
  expect(parts.length).toBeGreaterThan(10)
  const sent = parts.filter(
    ({ required, default: usual }) => required !== true && !['', '[]', '{}'].includes(textIn(usual)),
  )
  expect(sent).toEqual([])
  const wrong = { ...anna, items: { values: [{ product: 'course', amount: '1 500' }] } }
  await expect(does('order.create', wrong)).rejects.toThrow('«items.0.amount» must be a number.')
})

function textIn(usual: unknown): string {
  return typeof usual === 'string' ? usual : JSON.stringify(usual)
}

test('nothing is said in words of programmers', () => {
  const texts = JSON.stringify(nodes.billkeep.description).match(/"(?:description|displayName)":"[^"]*"/g) ?? []
  expect(texts.length).toBeGreaterThan(50)
  expect(texts.filter((text) => /\bnull\b|next_cursor|Idempotency|minor unit|`/.test(text))).toEqual([])
  expect(texts.join('\n')).toContain('In hundredths (150000 is 1500.00)')
})

test('each field has a name for people, a form and a default', () => {
  const faulty = allOf(nodes.billkeep.description.properties).filter(
    ({ displayName, default: usual }) => !/^[A-Z]/.test(displayName) || usual === undefined,
  )
  expect(faulty).toEqual([])
})

function allOf(properties: readonly INodeProperties[]): readonly INodeProperties[] {
  return properties.flatMap((property) => [
    property,
    ...(property.options ?? []).flatMap((option) => {
      if ('values' in option) return allOf(option.values)
      return 'type' in option ? allOf([option]) : []
    }),
  ])
}
