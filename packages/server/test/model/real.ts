/** The real thing beside the model: a shop of its own in a real service, its timers and notifications. */
import { formFrom } from '@billkeep/wire/form-data.ts'
import { writeForm } from '@billkeep/wire/form.ts'
import { pino } from 'pino'
import { onTestFinished } from 'vitest'
import { openEdge } from '../../src/http/edge.ts'
import type { Listening } from '../../src/http/listen.ts'
import { handlersFor } from '../../src/jobs/handlers.ts'
import { Runner } from '../../src/jobs/runner.ts'
import type { ShopChanges } from '../../src/store/shop-settings.ts'
import type { ShopStore, Store } from '../../src/store/store.ts'
import type { TestDatabase } from '../databases.ts'
import { RawConnection } from '../raw-connection.ts'
import { receiver, type Receiver } from '../receiver.ts'
import type { Fields } from '../scenario.ts'
import { bytesOfCall, checked, type Reply, signed } from '../service.ts'
import { dayMs, dayOf, zone } from './zone.ts'
import { tester } from '../tester.ts'

const forever = { eventsMs: Infinity, deliveriesMs: Infinity }

export interface ModelService {
  readonly store: Store
  readonly edge: Listening
  readonly runner: Runner
  readonly receiver: Receiver
  readonly clock: { now: number }
}

export async function openModelService(database: TestDatabase): Promise<ModelService> {
  const { clock } = database
  const store = await database.open()
  const now = (): number => clock.now
  const log = pino({ level: 'silent' })
  const edge = await openEdge({
    store,
    hosts: ['127.0.0.1'],
    port: 0,
    trustProxy: false,
    baseDomains: ['localhost'],
    callsPerMinute: 0,
    checkOutput: true,
    clock: now,
    log,
  })
  onTestFinished(() => edge.close())
  const handlers = handlersFor({ store, clock: now, allowPrivateTargets: true, keep: forever, random: () => 0.5, log })
  const runner = new Runner({ jobs: store.jobs, handlers, clock: now, log })
  onTestFinished(() => runner.stop())
  return { store, edge, runner, receiver: await receiver(), clock }
}

/** A shop, and calls to it. */
export class RealShop {
  readonly login: string
  readonly store: ShopStore
  readonly #key: string
  readonly #service: ModelService
  /** Those on which nothing is under way. */
  readonly #idle: RawConnection[] = []

  /** Every sequence has a shop of its own, and begins at the same time of another day. */
  static async create(service: ModelService, number: number): Promise<RealShop> {
    service.clock.now = dayOf(service.clock.now) + dayMs
    const { login, id, keys } = await service.store.shops.create(`shop${number}`, tester)
    const shop = new RealShop(service, {
      login,
      key: keys[0],
      store: service.store.forShop(id, tester),
    })
    await shop.configure({ timeZone: zone })
    return shop
  }

  private constructor(
    service: ModelService,
    { login, key, store }: { readonly login: string; readonly key: string; readonly store: ShopStore },
  ) {
    this.login = login
    this.store = store
    this.#key = key
    this.#service = service
  }

  /** Signed as integrators do it. */
  async ask(name: string, form: Fields): Promise<Reply> {
    const body = signed(form, { login: this.login, key: this.#key })
    return this.#send(name, body, body.slice(-32))
  }

  /** As API 2.0 has it. */
  async ask2(name: string, form: Fields): Promise<Reply> {
    return this.#send(name, writeForm(formFrom({ ...form, rpsKey: this.#key })), '')
  }

  async configure(changes: ShopChanges): Promise<void> {
    await this.#service.store.shops.configure(this.login, tester, changes)
  }

  /** An address that takes notifications. */
  urlOf(path: string): string {
    return `${this.#service.receiver.url}/${this.login}/${path}`
  }

  /** What the shop's addresses were told, in the order in which it came. */
  told(): readonly { readonly url: string; readonly body: URLSearchParams }[] {
    const { url, targets, received } = this.#service.receiver
    const all = received.map((body, index) => ({ url: `${url}${targets[index] ?? ''}`, body }))
    return all.filter((each) => each.url.startsWith(this.urlOf('')))
  }

  /** Then does all that is due. */
  async passTime(ms: number): Promise<void> {
    this.#service.clock.now += ms
    const { runner, store, clock } = this.#service
    do await runner.runDue()
    while (((await store.jobs.nextDueAt()) ?? Infinity) <= clock.now)
  }

  close(): void {
    for (const connection of this.#idle) connection.close()
  }

  async #send(name: string, body: string, requestHash: string): Promise<Reply> {
    const bytes = bytesOfCall({ target: `/api/${name}`, host: `${this.login}.localhost`, body })
    const connection = this.#idle.pop() ?? (await RawConnection.open({ port: this.#service.edge.port }))
    const raw = await connection.send(bytes).reply()
    this.#idle.push(connection)
    return checked(this.#service, raw, { signedWith: this.#key, requestHash })
  }
}
