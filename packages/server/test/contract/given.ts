/**
 * What has to be there before an operation can be called with its sample. Mostly nothing has to be said: what a path
 * names is made by the operation that creates such things, with that one's own sample, and found in its answer.
 */
import { z } from 'zod'
import { type DescribedOperation, describedOperations } from '../../src/derive/openapi/described-operation.ts'
import type { ProblemName } from '../../src/operations/problems.ts'
import { mostEndpoints } from '../../src/rules/endpoint.ts'
import type { Role } from '../../src/rules/user.ts'
import { memberOf } from '../account.ts'
import { addProduct } from '../scenario.ts'
import { callV1 } from '../v1.ts'
import { type Sent, sampleCall } from './sample-call.ts'
import type { ContractShop } from './shops.ts'

/** Makes what has to be there, and tells what of the sample is to be something else. */
type Given = (shop: ContractShop, operation: DescribedOperation) => Promise<Sent>

/** By operation, else by where it is: `/orders/{number}`. Only what the rule above does not make. */
const told: Readonly<Record<string, Given>> = {
  returnOrder: after('payOrder'),
  '/customers/{email}': customer,
  '/events/{event}': async ({ store }) => ({ path: { event: `evt_${await happened(store)}` } }),
  '/members/{user}': member('staff'),
  '/deliveries/{delivery}': async ({ store }) => ({ path: { delivery: await delivery(store) } }),
}

/** What makes an operation, called with its sample, end with a problem that it declares. */
const causes: Readonly<Record<string, Readonly<Partial<Record<ProblemName, Given>>>>> = {
  payOrder: { wrongState: after('returnOrder') },
  sendOrder: { wrongState: after('cancelOrder') },
  cancelOrder: { wrongState: after('payOrder') },
  returnOrder: { wrongState: created },
  updateMember: { wrongState: member('owner') },
  removeMember: { wrongState: member('owner') },
  createInvitation: {
    async conflict(shop, operation) {
      await member('staff')(shop, operation)
      return {}
    },
  },
  createWebhookEndpoint: {
    async wrongState({ store }) {
      for (let count = 0; count < mostEndpoints; count += 1) await store.endpoints.create(endpoint)
      return {}
    },
  },
  sendTestEvent: { wrongState: disabledEndpoint },
  redeliverEvents: { wrongState: disabledEndpoint },
  redeliverDelivery: {
    async wrongState({ store }) {
      const id = await delivery(store)
      await store.endpoints.update(1, { enabled: false })
      return { path: { delivery: id } }
    },
  },
  updateCoupon: {
    async conflict(shop, operation) {
      const period = { validFrom: null, validUntil: null }
      await shop.store.coupons.add({ code: 'taken', discount: { sumMinor: 1 }, ...period, products: [], partner: null })
      return { ...(await created(shop, operation)), body: { code: 'TAKEN' } }
    },
  },
  updatePartner: {
    conflict: async (shop, operation) => ({ ...(await created(shop, operation)), body: { login: 'MARY' } }),
  },
}

/** What the body calls the thing by that its own path names otherwise, so that a change can give it another name. */
const nameFields: Readonly<Record<string, string>> = { product: 'name', coupon: 'code', partner: 'login' }

const endpoint = { url: 'https://crm.example.com/hooks', description: '', types: null }

async function disabledEndpoint({ store }: ContractShop): Promise<Sent> {
  await store.endpoints.create(endpoint)
  await store.endpoints.update(1, { enabled: false })
  return { path: { number: 1 } }
}

/** Gives the number of an event that only this shop has. */
async function happened(store: ContractShop['store']): Promise<number> {
  const products = ['a', 'b', 'c']
  for (const name of products) await addProduct(store, { name })
  return products.length + 1
}

/** Gives the id of a delivery to endpoint 1. */
async function delivery(store: ContractShop['store']): Promise<string> {
  await store.endpoints.create(endpoint)
  return `${await happened(store)}-0`
}

/** Whoever makes the same thing twice has a conflict. */
export async function causeOf(operation: DescribedOperation, problem: ProblemName, shop: ContractShop): Promise<Sent> {
  const { name, at, method } = operation
  const cause = causes[name]?.[problem] ?? (method === 'POST' && !at.includes('{') ? after(name) : undefined)
  if (cause === undefined) throw new Error(`Say in test/contract/given.ts what makes ${name} answer ${problem}.`)
  return cause(shop, operation)
}

export async function givenFor(operation: DescribedOperation, shop: ContractShop): Promise<Sent> {
  const own = told[operation.name] ?? told[thingOf(operation)]
  return (own ?? created)(shop, operation)
}

/** The one who is invited in the samples. */
function member(role: Role): Given {
  return async ({ service, store }) => {
    const { login } = await store.shop.get()
    return { path: { user: await memberOf(service, role, { login, email: 'olga@example.com' }) } }
  }
}

/** Whoever has ordered. */
async function customer(shop: ContractShop, operation: DescribedOperation): Promise<Sent> {
  await after('createOrder')(shop, operation)
  return {}
}

/** What another operation has been called for. */
function after(name: string): Given {
  return async (shop) => {
    const operation = operationOf(({ name: other }) => other === name, name)
    const given = await givenFor(operation, shop)
    await success(shop, operation, given)
    return given.path === undefined ? {} : { path: given.path }
  }
}

/** What a path names, as the operation that makes such things leaves it. */
async function created(shop: ContractShop, operation: DescribedOperation): Promise<Sent> {
  return operation.at.includes('{') ? { path: await made(shop, thingOf(operation)) } : {}
}

/** `/orders/{number}` of `/orders/{number}/pay`. */
function thingOf({ at }: DescribedOperation): string {
  return at.replace(/\}.*$/s, '}')
}

async function made(shop: ContractShop, thing: string): Promise<Record<string, unknown>> {
  const [collection = '', name = ''] = thing.split('/{')
  const creating = operationOf(({ at, method }) => at === collection && method === 'POST', `POST ${collection}`)
  const answer = await success(shop, creating, await givenFor(creating, shop))
  const field = name.slice(0, -1)
  return { [field]: answer[nameFields[field] ?? field] }
}

/** The answer of a call that must not be refused. */
async function success(
  shop: ContractShop,
  operation: DescribedOperation,
  given: Sent,
): Promise<Readonly<Record<string, unknown>>> {
  const reply = await callV1(shop.service, { ...sampleCall(operation, given), token: shop.token })
  if (reply.status >= 300) throw new Error(`${operation.name} with its sample answered ${reply.text}`)
  return z.record(z.string(), z.unknown()).parse(reply.json ?? {})
}

function operationOf(isIt: (operation: DescribedOperation) => boolean, name: string): DescribedOperation {
  const found = describedOperations.find(isIt)
  if (found === undefined)
    throw new Error(`There is no ${name}: say in test/contract/given.ts how one comes to be there.`)
  return found
}
