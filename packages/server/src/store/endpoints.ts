/** A shop's endpoints: addresses that are told of events by Standard Webhooks. */
import type { Selectable } from 'kysely'
import type { Authorship, NoteParts } from './audit/write.ts'
import type { Database, Transaction } from './database.ts'
import {
  deleteEndpoint,
  type EndpointChanges,
  type EndpointSettings,
  insertEndpoint,
  planRedelivery,
  replaceSecret,
  updateEndpoint,
  writeTest,
} from './endpoints/changes.ts'
import { catchUp } from './endpoints/catch-up.ts'
import { type Endpoint, endpointFrom } from './endpoints/endpoint.ts'
import type { TimeRange } from './endpoints/redeliver.ts'
import { newSecret, sealed } from './endpoints/secret.ts'
import { endpointAt } from './endpoints/statements.ts'
import { type EndpointTarget, targetAt } from './endpoints/target.ts'
import type { EndpointsTable } from './endpoints/table.ts'
import type { Secrets } from './secrets.ts'

/** Right after its secret was made, the only time at which it is shown. */
export interface EndpointWithSecret {
  readonly endpoint: Endpoint
  /** `whsec_…` */
  readonly secret: string
}

/** Undefined, for any of these: there is none of this number. A RangeError for people refuses an address or a text. */
export interface Endpoints {
  /** All, by number. */
  list(): Promise<readonly Endpoint[]>
  find(number: number): Promise<Endpoint | undefined>
  /** `tooMany` when the shop has as many as it may have (`mostEndpoints`). */
  create(settings: EndpointSettings): Promise<EndpointWithSecret | 'tooMany'>
  /**
   * What is left out stays. What is on its way goes to a new address. Of one that is disabled, nothing is on its way any
   * more, and nothing comes to be.
   */
  update(number: number, changes: EndpointChanges): Promise<Endpoint | undefined>
  /** Makes a new secret; for `overlapMs` the present one signs, too. */
  rotateSecret(number: number, overlapMs: number): Promise<EndpointWithSecret | undefined>
  /** What is on its way there ends; what was delivered can still be looked up. */
  remove(number: number): Promise<Endpoint | undefined>
  /** Writes an event for this endpoint alone. Gives the id of its delivery. */
  sendTest(number: number): Promise<{ readonly delivery: string } | 'disabled' | undefined>
  /**
   * Has it told, of what happened in that time and it wants to know, all that it does not know: what failed is tried
   * again, and what it was never meant to get (as it was disabled, or not there) is delivered.
   */
  redeliver(number: number, range: TimeRange): Promise<'planned' | 'disabled' | undefined>
  /** Does what these changes leave to do. False: it was stopped before it was done. */
  catchUp(signal: AbortSignal): Promise<boolean>
  /** Undefined also when it is disabled. */
  target(number: number): Promise<EndpointTarget | undefined>
  /** What an event is called wherever it is told: at each attempt the same, and another than that of any other shop. */
  messageIdOf(event: number): string
}

export interface EndpointsParts extends NoteParts {
  readonly database: Database
  readonly secrets: Secrets
  /** Called when something was committed that is to be delivered. */
  readonly onAdded: () => void
}

export function endpointsOf({ database, secrets, onAdded, ...parts }: EndpointsParts): Endpoints {
  const { shopId, actor, clock } = parts
  const shopToken = secrets.token(`webhooks of ${shopId}`).slice(0, 12)
  const shown = (row: Selectable<EndpointsTable> | undefined) => row && endpointFrom(row, clock())

  async function write<Result>(work: (tx: Transaction, by: Authorship) => Promise<Result>): Promise<Result> {
    const result = await database.write(shopId, (tx) => work(tx, { shopId, actor, now: clock() }))
    onAdded()
    return result
  }

  return {
    list: () => listEndpoints(database, shopId, clock()),
    find: async (number) => shown(await database.get(endpointAt, { shopId, number })),
    async create(settings) {
      const secret = newSecret()
      const sealedFor = (number: number) => sealed(secrets, shopId, number, secret)
      const row = await write((tx, by) => insertEndpoint(tx, by, settings, sealedFor))
      return row === 'tooMany' ? row : { endpoint: endpointFrom(row, clock()), secret }
    },
    async update(number, changes) {
      return shown(await write((tx, by) => updateEndpoint(tx, { ...by, number }, changes)))
    },
    async rotateSecret(number, overlapMs) {
      const secret = newSecret()
      const fresh = { secret: sealed(secrets, shopId, number, secret), previous_until: clock() + overlapMs }
      const endpoint = shown(await write((tx, by) => replaceSecret(tx, { ...by, number }, fresh)))
      return endpoint && { endpoint, secret }
    },
    remove: async (number) => shown(await write((tx, by) => deleteEndpoint(tx, { ...by, number }))),
    sendTest: (number) => write((tx, by) => writeTest(tx, { ...by, number })),
    redeliver: (number, range) => write((tx, by) => planRedelivery(tx, { ...by, number }, range)),
    async catchUp(signal) {
      const isDone = await catchUp({ database, shopId, clock }, signal)
      onAdded()
      return isDone
    },
    target: (number) => targetAt(database, secrets, { shopId, number, now: clock() }),
    messageIdOf: (event) => `evt_${event}_${shopToken}`,
  }
}

async function listEndpoints({ kysely }: Database, shopId: number, now: number): Promise<readonly Endpoint[]> {
  const rows = kysely.selectFrom('endpoints').selectAll().where('shop_id', '=', shopId).orderBy('number')
  return (await rows.execute()).map((row) => endpointFrom(row, now))
}
