/** A shop with real receivers behind its endpoints, and a runner whose clock tests move. */
import { type Logger, pino } from 'pino'
import { Webhook as StandardWebhook } from 'standardwebhooks'
import { Webhook as SvixWebhook } from 'svix'
import { expect, onTestFinished, vi } from 'vitest'
import { handlersFor } from '../src/jobs/handlers.ts'
import { Runner } from '../src/jobs/runner.ts'
import type { EventType } from '../src/rules/event.ts'
import type { ShopStore, Store } from '../src/store/store.ts'
import type { TestDatabase } from './databases.ts'
import { receiver, type Receiver } from './receiver.ts'
import { tester } from './tester.ts'

export interface Told {
  readonly store: Store
  readonly shop: ShopStore
  readonly clock: { now: number }
  /** Delivers what is due, and does what changes of endpoints leave to do. */
  readonly run: () => Promise<void>
  /** Lets so much time pass, and delivers what is due then. */
  readonly wait: (ms: number) => Promise<void>
  /** What was logged. */
  readonly logged: readonly Readonly<Record<string, unknown>>[]
}

export async function toldShop(database: TestDatabase): Promise<Told> {
  const { clock } = database
  const store = await database.open()
  const shop = store.forShop((await store.shops.create('alice', tester)).id, tester)
  const logged: Readonly<Record<string, unknown>>[] = []
  const log = pino(
    { level: 'warn' },
    { write: (line: string) => logged.push(JSON.parse(line) as Readonly<Record<string, unknown>>) },
  )
  const run = delivererOf({ store, clock }, log)
  return {
    store,
    shop,
    clock,
    logged,
    run,
    async wait(ms) {
      clock.now += ms
      await run()
    },
  }
}

/** Delivers what is due when it is called, to receivers on this machine too, while the test runs. */
export function delivererOf(
  { store, clock }: Pick<Told, 'store' | 'clock'>,
  log: Logger = pino({ level: 'silent' }),
): () => Promise<void> {
  const now = (): number => clock.now
  const keep = { eventsMs: Infinity, deliveriesMs: Infinity }
  const parts = { store, clock: now, allowPrivateTargets: true, keep, random: () => 0.5, log, timeoutMs: 20_000 }
  const runner = new Runner({ jobs: store.jobs, handlers: handlersFor(parts), clock: now, log })
  onTestFinished(() => runner.stop())
  return async () => {
    // What one job leaves to another is due then.
    for (let round = 0; round < 3; round += 1) await runner.runDue()
  }
}

export interface Listener extends Receiver {
  readonly number: number
  readonly secret: string
  /** The types of what arrived, with the number of what it is about. */
  readonly heard: () => readonly string[]
}

export async function listener(shop: ShopStore, types: readonly EventType[] | null = null): Promise<Listener> {
  const real = await receiver()
  const made = await shop.endpoints.create({ url: `${real.url}/hooks`, description: '', types })
  if (made === 'tooMany') throw new Error('The shop has too many endpoints.')
  const { endpoint, secret } = made
  const heard = (): readonly string[] =>
    real.requests.map(({ body }) => {
      const { type, data } = JSON.parse(body) as { type: string; data: { number: number } }
      return `${type} ${data.number}`
    })
  return Object.assign(real, { number: endpoint.number, secret, heard })
}

/** Throws unless the public libraries believe it at that time, in Unix milliseconds. */
export function verify({ headers, body }: Receiver['requests'][number], secret: string, at: number): void {
  vi.useFakeTimers({ now: at, toFake: ['Date'] })
  try {
    for (const Webhook of [StandardWebhook, SvixWebhook]) new Webhook(secret).verify(body, { ...headers })
  } finally {
    vi.useRealTimers()
  }
}

/** Each delivery to an endpoint, oldest first: `TYPE STATE ATTEMPTS`. */
export async function statesOf({ deliveries }: ShopStore, endpoint: number): Promise<readonly string[]> {
  const listed = (await deliveries.list({ endpoint, limit: 1_000 })).toReversed()
  return listed.map(({ event, state, attempts }) => `${event.type} ${state} ${attempts}`)
}

export function expectVerified(listening: Listener, at: number): void {
  for (const request of listening.requests) expect(() => verify(request, listening.secret, at)).not.toThrow()
}
