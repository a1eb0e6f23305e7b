import { pino } from 'pino'
import { expect, onTestFinished, test } from 'vitest'
import { call, forget, type Service, signed, startService } from '../../test/service.ts'
import { aliceOf, callV1, tokenFor } from '../../test/v1.ts'
import { signedIn, ask } from '../../test/account.ts'
import type { RequestDraft } from '../rules/request.ts'
import type { ApiReply, ApiRequest, Trail } from './message.ts'
import { createRequestNotes, type RequestNotes, type RequestStore } from './request-notes.ts'

const silent = pino({ level: 'silent' })

/** A service that notes what it is asked, and what is noted then. */
async function noting(): Promise<{ service: Service; noted: () => Promise<readonly RequestDraft[]> }> {
  let notes: RequestNotes | undefined
  const service = await startService({ notes: { observe: (...told) => notes?.observe(...told) } })
  onTestFinished(() => service.close())
  notes = createRequestNotes({ store: service.store, clock: () => service.clock.now, log: silent })
  const { requests } = await aliceOf(service)
  return {
    service,
    async noted() {
      await notes?.flush()
      return (await requests.list({ limit: 100 })).toReversed()
    },
  }
}

test('each call of a shop is noted with what came of it, and nothing that was sent', async () => {
  const { service, noted } = await noting()
  const email = 'somebody@secret.example'
  await call(service, { body: signed({ email: 'buyer@example.com' }) })
  await call(service, { body: signed({ email }) })
  await call(service, { target: '/api/NoSuch', body: signed({ email }) })
  await callV1(service, { at: '/orders/7', token: await tokenFor(service) })
  const all = await noted()
  expect(all).toMatchObject([
    { face: 'api', operation: 'GetBills', outcome: 'ok', code: '0', caller: 'present key', address: '127.0.0.1' },
    { face: 'api', operation: 'GetBills', outcome: 'refused', code: '400' },
    { face: 'api', operation: '', outcome: 'refused', code: '3', status: 404 },
    { face: 'v1', operation: 'getOrder', outcome: 'refused', code: 'notFound', status: 404, caller: 'token 1 test' },
  ])
  expect(all[0]?.micros).toBeGreaterThan(0)
  expect(JSON.stringify(all)).not.toContain('secret.example')
})

test('a wrong signature says why, as far as it can be known', async () => {
  const { service, noted } = await noting()
  const { shop } = await aliceOf(service)
  const body = signed({ email: 'buyer@example.com' })
  const [, old = ''] = /hash=(.*)/.exec(body) ?? []
  const key = (await shop.rotateKey(1_000)).keys[0]
  forget(service)
  await callAnyhow(service, body.replace(old, ''))
  await callAnyhow(service, 'email=buyer@example.com')
  await callAnyhow(service, body.replace(old, 'x'))
  await callAnyhow(service, body)
  await callAnyhow(service, signed({ email: 'buyer@example.com' }, { login: 'alice', key: `${key} ` }))
  await callAnyhow(service, signed({ email: 'buyer@example.com' }, { login: 'alice', key: 'of another shop' }))
  await callAnyhow(service, 'rpsKey=nonsense')
  await callAnyhow(service, `rpsKey=${key}%20`)
  expect((await noted()).map(({ fault }) => fault)).toEqual([
    'noHash',
    'noHash',
    'notMd5',
    'retiredKey',
    'spaceInKey',
    'otherKey',
    'otherKey',
    'spaceInKey',
  ])
})

test('a script that signs with the previous key during the overlap is told apart', async () => {
  const { service, noted } = await noting()
  const { shop } = await aliceOf(service)
  await shop.rotateKey(60_000)
  await callAnyhow(service, signed({ email: 'buyer@example.com' }))
  expect(await noted()).toMatchObject([{ outcome: 'ok', caller: 'previous key', fault: '' }])
})

test('what a person asks on the account page is not noted, nor what is of no shop', async () => {
  const { service, noted } = await noting()
  const cookie = await signedIn(service, 'owner')
  await ask(service, '/v1/requests', { cookie, headers: { 'billkeep-shop': 'alice' } })
  await callV1(service, { at: '/orders/7', token: 'billkeep_1_1_no' })
  await callAnyhow(service, 'email=x', 'nobody.localhost')
  expect(await noted()).toEqual([])
})

async function callAnyhow({ port }: Service, body: string, host = 'alice.localhost'): Promise<void> {
  const login = host.split('.')[0] ?? ''
  await fetch(`http://127.0.0.1:${port}/@${login}/api/GetBills`, { method: 'POST', body })
}

const reply = (trail: Trail | undefined): ApiReply => ({
  status: 200,
  headers: {},
  body: '',
  about: { face: 'api', operation: 'GetBills', login: 'alice', code: 0, trail },
})
const request: ApiRequest = {
  id: '1',
  method: 'POST',
  target: '',
  host: '',
  address: '192.0.2.7',
  scheme: 'http',
  contentType: undefined,
  headers: {},
  body: undefined,
}

function kept(add: (requests: readonly RequestDraft[]) => Promise<void>) {
  const shops: number[] = []
  const store: RequestStore = {
    forShop(shopId) {
      shops.push(shopId)
      return { requests: { add } }
    },
  }
  return { shops, notes: createRequestNotes({ store, clock: () => 7, log: silent }) }
}

test('of very many between two writes it keeps a hundred, and tells how many more there were', async () => {
  const written: (readonly RequestDraft[])[] = []
  const { notes } = kept(async (requests) => void written.push(requests))
  const trail = { shopId: 1, caller: '', fault: '' } as const
  for (let count = 0; count < 250; count += 1) notes.observe(request, reply(trail), 0.25)
  await notes.flush()
  expect(written.map(({ length }) => length)).toEqual([100])
  expect(written[0]?.map(({ skipped }) => skipped)).toEqual([...Array.from({ length: 99 }, () => 0), 150])
  notes.observe(request, reply(trail), 0.25)
  await notes.close()
  expect(written[1]).toMatchObject([{ at: 7, micros: 250, address: '192.0.2.7', skipped: 0 }])
})

test('of very many shops a turn writes fifty, and no more are remembered than a thousand', async () => {
  const { notes, shops } = kept(async () => undefined)
  for (let shopId = 0; shopId < 2_000; shopId += 1) {
    notes.observe(request, reply({ shopId, caller: '', fault: '' }), 1)
  }
  await notes.flush()
  expect(shops).toEqual(Array.from({ length: 50 }, (_, at) => at))
  for (let turn = 0; turn < 50; turn += 1) await notes.flush()
  expect(shops).toHaveLength(1_000)
  await notes.close()
})

test('a database that is away costs what was to be written, and no more', async () => {
  const { notes, shops } = kept(async () => {
    throw new Error('Away.')
  })
  notes.observe(request, reply({ shopId: 1, caller: '', fault: '' }), 1)
  await notes.flush()
  await notes.close()
  notes.observe(request, reply({ shopId: 1, caller: '', fault: '' }), 1)
  await notes.flush()
  expect(shops).toEqual([1])
})
