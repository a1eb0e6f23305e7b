/** What is written of an endpoint when it is made, changed or tried out, each in one transaction. */
import type { Selectable, Updateable } from 'kysely'
import { mostEndpoints, parseEndpointDescription, parseEndpointUrl } from '../../rules/endpoint.ts'
import { healthy } from '../../rules/endpoint-health.ts'
import type { EventType } from '../../rules/event.ts'
import { changesBetween, fieldsOf } from '../audit/fields.ts'
import { type Authorship, writeAudit } from '../audit/write.ts'
import type { Transaction } from '../database.ts'
import { numberSince } from '../event-feed.ts'
import { addJob, emit, takeNumbers } from '../events.ts'
import type { EndpointsTable } from './table.ts'
import { type Endpoint, endpointFrom, typesIn, typesRow } from './endpoint.ts'
import type { TimeRange } from './redeliver.ts'
import { endpointAt, setRedelivery } from './statements.ts'

export interface EndpointSettings {
  readonly url: string
  readonly description: string
  /** null: all that happens to orders and products. */
  readonly types: readonly EventType[] | null
}

export interface EndpointChanges extends Partial<EndpointSettings> {
  readonly enabled?: boolean | undefined
}

type Row = Selectable<EndpointsTable>

/** `sealedFor` seals its secret. */
export async function insertEndpoint(
  tx: Transaction,
  by: Authorship,
  settings: EndpointSettings,
  sealedFor: (number: number) => string,
): Promise<Row | 'tooMany'> {
  const { kysely } = tx
  const { shopId, now } = by
  const all = kysely.selectFrom('endpoints').select(({ fn }) => fn.countAll<number>().as('count'))
  const { count } = await all.where('shop_id', '=', shopId).executeTakeFirstOrThrow()
  if (count >= mostEndpoints) return 'tooMany'
  const counter = kysely.updateTable('counters').set(({ eb }) => ({ next_endpoint: eb('next_endpoint', '+', 1) }))
  const taken = counter.where('shop_id', '=', shopId).returning('next_endpoint')
  const number = (await taken.executeTakeFirstOrThrow()).next_endpoint - 1
  const state = { disabled_reason: null, disabled_at: null, ...healthRow, ...noRedelivery, created: now }
  const secrets = { secret: sealedFor(number), previous_secret: null, previous_until: null }
  const values = { shop_id: shopId, number, ...settingsRow(settings), ...secrets, ...state }
  const row = await kysely.insertInto('endpoints').values(values).returningAll().executeTakeFirstOrThrow()
  await writeAudit(tx, by, { action: 'endpoint.added', subject: subjectOf(row), details: fieldsOf(settingsIn(row)) })
  return row
}

/** Whose endpoint, which, by whom and when. */
interface Where extends Authorship {
  readonly number: number
}

/** Undefined when there is none. What changes nothing writes nothing. */
export async function updateEndpoint(
  tx: Transaction,
  where: Where,
  changes: EndpointChanges,
): Promise<Row | undefined> {
  const { shopId, number, now } = where
  const before = await tx.get(endpointAt, { shopId, number })
  if (before === undefined) return undefined
  const set = changedRow(endpointFrom(before, now), changes, now)
  const details = changesBetween(settingsIn(before), settingsIn({ ...before, ...set }))
  if (details === undefined) return before
  const row = await written(tx, where, set)
  await writeAudit(tx, where, { action: 'endpoint.changed', subject: subjectOf(row), details })
  // What is on its way there ends.
  if (row.disabled_reason !== null) await addJob(tx, shopId, 'endpoints', now)
  return row
}

/** Undefined when there is none. */
export async function replaceSecret(
  tx: Transaction,
  where: Where,
  fresh: { readonly secret: string; readonly previous_until: number },
): Promise<Row | undefined> {
  const { shopId, number } = where
  const before = await tx.get(endpointAt, { shopId, number })
  if (before === undefined) return undefined
  const row = await written(tx, where, { ...fresh, previous_secret: before.secret })
  const details = { previousSecretUntil: fresh.previous_until }
  await writeAudit(tx, where, { action: 'endpoint.secret_rotated', subject: subjectOf(row), details })
  return row
}

/** Undefined when there is none. */
export async function deleteEndpoint(tx: Transaction, where: Where): Promise<Row | undefined> {
  const { shopId, number, now } = where
  const gone = tx.kysely.deleteFrom('endpoints').where('shop_id', '=', shopId).where('number', '=', number)
  const row = await gone.returningAll().executeTakeFirst()
  if (row === undefined) return undefined
  await writeAudit(tx, where, {
    action: 'endpoint.removed',
    subject: subjectOf(row),
    details: fieldsOf(settingsIn(row)),
  })
  await addJob(tx, shopId, 'endpoints', now)
  return row
}

async function written({ kysely }: Transaction, { shopId, number }: Where, set: Updateable<EndpointsTable>) {
  const changed = kysely.updateTable('endpoints').set(set).where('shop_id', '=', shopId)
  return changed.where('number', '=', number).returningAll().executeTakeFirstOrThrow()
}

/** What the audit tells of it. */
function settingsIn({ url, description, types, disabled_reason }: Omit<Row, 'secret'>) {
  return { url, description, types: typesIn(types), disabled: disabled_reason }
}

function subjectOf({ number }: Row): string {
  return `endpoint ${number}`
}

/** What settings come to in its row. A new address, and one that is told again, begin without old troubles. */
function changedRow(before: Endpoint, changes: EndpointChanges, now: number) {
  const { enabled, ...given } = changes
  const settings = settingsRow({ ...before, ...given })
  const isNew = settings.url !== before.url || (enabled === true && before.disabled !== null)
  return { ...settings, ...(isNew ? healthRow : {}), ...stateRow(before, enabled, now) }
}

/** Gives the id of the delivery, which is the event's only one. */
export async function writeTest(
  tx: Transaction,
  where: Where,
): Promise<{ readonly delivery: string } | 'disabled' | undefined> {
  const { shopId, number, now } = where
  const row = await tx.get(endpointAt, { shopId, number })
  if (row?.disabled_reason !== null) return row && 'disabled'
  const endpoint = { number, url: row.url, problem: '', failingSince: row.failing_since }
  const numbers = await takeNumbers(tx, shopId, 0, 1)
  await emit(tx, shopId, numbers, [{ type: 'endpoint.test', endpoint }], now)
  const entry = { action: 'endpoint.test', subject: subjectOf(row), details: {} } as const
  await writeAudit(tx, where, entry, numbers.audit)
  return { delivery: `${numbers.firstEvent}-0` }
}

/** Undefined when there is none. */
export async function planRedelivery(
  tx: Transaction,
  where: Where,
  { from, until }: TimeRange,
): Promise<'planned' | 'disabled' | undefined> {
  const { shopId, number, now } = where
  const row = await tx.get(endpointAt, { shopId, number })
  if (row?.disabled_reason !== null) return row && 'disabled'
  const range = { after: (await numberSince(tx, shopId, from)) - 1, before: await numberSince(tx, shopId, until) }
  // One that is under way goes on with it.
  const after = Math.min(range.after, row.redeliver_after ?? range.after)
  const before = Math.max(range.before, row.redeliver_before ?? range.before)
  await tx.run(setRedelivery, { shopId, number, after, before })
  await writeAudit(tx, where, { action: 'endpoint.redelivered', subject: subjectOf(row), details: { from, until } })
  await addJob(tx, shopId, 'endpoints', now)
  return 'planned'
}

const noRedelivery = { redeliver_after: null, redeliver_before: null }
const healthRow = { failing_since: healthy.failingSince, warnings: healthy.warnings, warned_at: healthy.warnedAt }

function settingsRow({ url, description, types }: EndpointSettings) {
  return { url: parseEndpointUrl(url), description: parseEndpointDescription(description), types: typesRow(types) }
}

/** Why it is disabled stays what it was first. */
function stateRow(
  { disabled }: Endpoint,
  enabled: boolean | undefined,
  now: number,
): Partial<Pick<Row, 'disabled_reason' | 'disabled_at'>> {
  if (enabled === true) return { disabled_reason: null, disabled_at: null }
  return enabled === false && disabled === null ? { disabled_reason: 'asked', disabled_at: now } : {}
}
