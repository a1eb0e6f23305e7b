/** The real edge on a free port over a real store in a throw-away folder, and calls to it. */
import { rmSync } from 'node:fs'
import { verifyAnswer } from '@billkeep/wire/answer-signature.ts'
import { formFrom, type PlainForm } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { readReply } from '@billkeep/wire/reply.ts'
import { signRequest } from '@billkeep/wire/signature.ts'
import { onTestFinished } from 'vitest'
import { type EdgeOptions, openEdge } from '../src/http/edge.ts'
import type { Listening } from '../src/http/listen.ts'
import { overloadLimits } from '../src/http/overload.ts'
import { createLog } from '../src/log.ts'
import { openStore } from '../src/store/open.ts'
import type { Orders } from '../src/store/orders.ts'
import type { Store } from '../src/store/store.ts'
import { createTryOut, type TryOutParts } from '../src/webhooks/try-out.ts'
import { type Place, placeOn } from './databases.ts'
import { orderOf, putOrders, training } from './orders.ts'
import { RawConnection, type RawReply } from './raw-connection.ts'
import { tester } from './tester.ts'

/** The login and key of the protocol's test vectors (section 15). */
export const alice = { login: 'alice', key: 'demo-key-#1=[%]-0123456789abcdef' }
export const bob = { login: 'Bob', key: 'another-key-0123456789-0123456789-abcdef' }

export interface Service extends Listening {
  readonly store: Store
  /** What the service's clock tells; tests move it. */
  readonly clock: { now: number }
  /** What was logged, a JSON object a line. */
  readonly log: string[]
}

/** A line of the log, as the programs that read it see it. */
export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly [field: string]: unknown
}

export function linesOf({ log }: Service): readonly LogLine[] {
  return log.map((line) => JSON.parse(line) as LogLine)
}

export interface ServiceOptions extends Partial<EdgeOptions> {
  /** Trials of notifications are sent for real, to private addresses too if nothing else is said; left out: to nobody. */
  readonly trial?: Partial<TryOutParts>
}

/** A test's own work keeps the event loop that the service has, too. */
const patient = { ...overloadLimits, lateMs: 30_000 }

/** With the shops `alice`, who has the orders of the protocol page's example, and `Bob`, who has one of his own. */
export async function startService({ trial, ...options }: ServiceOptions = {}, given?: Place): Promise<Service> {
  const place = given ?? (await placeOn('SQLite'))
  const clock = { now: Date.UTC(2026, 0, 1) }
  const log: string[] = []
  const store = await openStore({ ...place, clock: () => clock.now })
  await fill(store)
  const edge = await openEdge({
    store,
    hosts: ['127.0.0.1'],
    port: 0,
    trustProxy: false,
    baseDomains: ['localhost'],
    callsPerMinute: 0,
    checkOutput: true,
    ...(trial === undefined ? {} : { tryOut: createTryOut({ store, allowPrivateTargets: true, ...trial }) }),
    clock: () => clock.now,
    log: createLog('trace', { write: (line) => log.push(line) }),
    ...options,
    limits: { overload: patient, ...options.limits },
  })
  async function close(): Promise<void> {
    await edge.close()
    await store.close()
    rmSync(place.dataDir, { recursive: true, force: true })
  }
  return { ...edge, store, clock, log, close }
}

/** A service for the test that is running. */
export async function testService(options?: ServiceOptions): Promise<Service> {
  const service = await startService(options)
  onTestFinished(() => service.close())
  return service
}

/** Makes alice's look-ups wait: `reached` tells when one has begun, `release` lets them go on. */
export async function gateOf({ store }: Service): Promise<{ reached: Promise<void>; release: () => void }> {
  const reached = Promise.withResolvers<void>()
  const gate = Promise.withResolvers<void>()
  const shop = store.forShop((await store.shops.get('alice')).id, tester)
  const orders: Orders = {
    ...shop.orders,
    async billsOf(...args) {
      reached.resolve()
      await gate.promise
      return shop.orders.billsOf(...args)
    },
  }
  store.forShop = () => ({ ...shop, orders })
  return { reached: reached.promise, release: gate.resolve }
}

/** Past the time for which the edge may remember a shop. */
export function forget({ clock }: Service): void {
  clock.now += 1_000
}

async function fill(store: Store): Promise<void> {
  const shop = store.forShop((await store.shops.create(alice.login, tester, { key: alice.key })).id, tester)
  const sales = { ...training, product: 13_011, name: 'sales', title: 'sales in cinemas', sumMinor: 1, priceMinor: 1 }
  const ways = { ...training, product: 28_363, name: '222', title: '222 ways', sumMinor: 1, priceMinor: 1 }
  await putOrders(
    shop,
    orderOf({ number: 258_368, pay_status: 'waiting', paid: null, items: [ways, sales] }),
    orderOf({ number: 258_367 }),
    orderOf({
      number: 258_369,
      email: 'анна@пример.рф',
      pay_status: 'return',
      items: [{ ...training, title: '"Ё" \\ 🎓' }],
    }),
  )
  const other = store.forShop((await store.shops.create(bob.login, tester, { key: bob.key })).id, tester)
  await putOrders(other, orderOf({ number: 1, email: 'only@bob.example' }))
}

export interface Call {
  readonly method?: string
  readonly target?: string
  readonly host?: string
  /** '': none. */
  readonly contentType?: string
  /** More headers, a line each. */
  readonly headers?: readonly string[]
  /** A character is a byte. */
  readonly body?: string
}

/** What was answered, once the answer is found to be signed in every way by the one who should have. */
export interface Reply {
  readonly status: number
  readonly code: number
  readonly text: string
  readonly result: unknown
}

/** A body as integrators' programs make it: the fields as PHP writes them, then the hash. */
export function signed(fields: PlainForm, { login, key } = alice): string {
  const query = writeForm(formFrom(fields))
  return `${query}${query === '' ? '' : '&'}hash=${signRequest(query, login, key)}`
}

/** A request's bytes. */
export function bytesOfCall(given: Call): string {
  const { method = 'POST', target = '/api/GetBills', host = 'alice.localhost', headers = [], body = '' } = given
  const { contentType = 'application/x-www-form-urlencoded' } = given
  const type = contentType === '' ? [] : [`Content-Type: ${contentType}`]
  const lines = [`${method} ${target} HTTP/1.1`, `Host: ${host}`, ...type, `Content-Length: ${body.length}`, ...headers]
  return [...lines, '', body].join('\r\n')
}

/**
 * `signedWith` is the key that the answer must be signed with, '' where no shop is known; `requestHash` the hash that
 * the service must have seen.
 */
export async function call(
  service: Service,
  given: Call,
  signedWith = alice.key,
  requestHash = hashIn(given.body ?? ''),
): Promise<Reply> {
  const connection = await RawConnection.open({ port: service.port })
  try {
    const raw = await connection.send(bytesOfCall(given)).reply()
    return checked(service, raw, { signedWith, requestHash })
  } finally {
    connection.close()
  }
}

export function checked(
  { clock }: Pick<Service, 'clock'>,
  { status, headers, body, trailers }: RawReply,
  { signedWith = alice.key, requestHash = '' } = {},
): Reply {
  const header = headers.get('billkeep-signature') ?? trailers.get('billkeep-signature')
  const now = Math.floor(clock.now / 1000)
  const verdict = verifyAnswer({ header, key: signedWith, requestHash, body, nowUnixSeconds: now, toleranceSeconds: 0 })
  const expected = signedWith === '' ? 'missing' : 'ok'
  if (verdict !== expected) throw new Error(`Billkeep-Signature is ${verdict}, not ${expected}, over ${body}`)
  if (headers.get('content-type') !== 'application/json; charset=utf-8') throw new Error('Wrong content type.')
  if (headers.has('location')) throw new Error('A redirect.')
  return { status, ...readReply(body, signedWith) }
}

function hashIn(body: string): string {
  return /(?:^|&)hash=([\da-fA-F]{32})(?:&|$)/.exec(body)?.[1] ?? ''
}
