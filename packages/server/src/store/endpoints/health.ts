/** What an attempt says of the endpoint: it is well, somebody is to be warned, or it is given up. */
import { afterFailure, healthy } from '../../rules/endpoint-health.ts'
import type { EndpointEventType } from '../../rules/event.ts'
import { shownText } from '../audit/shown.ts'
import { type Authorship, writeAudit } from '../audit/write.ts'
import type { Transaction } from '../database.ts'
import { addJob, emit, takeNumbers } from '../events.ts'
import type { DisabledReason } from './table.ts'
import { disable, endpointAt, setHealth } from './statements.ts'

/** What happened to an endpoint, for the log. */
export interface EndpointStep {
  readonly number: number
  readonly type: Extract<EndpointEventType, 'endpoint.failing' | 'endpoint.disabled'>
  readonly url: string
  /** For people. */
  readonly problem: string
  readonly failingSince: number | null
}

interface Where extends Authorship {
  readonly number: number
}

/** HTTP: what was there is gone for ever, so stop asking (RFC 9110, 15.5.11). */
const goneStatus = 410

interface Tried {
  /** Unix milliseconds. */
  readonly at: number
  readonly problem: string
  /** HTTP status; null if there was no answer. */
  readonly status: number | null
}

/** In the transaction in which the attempt is noted. */
export async function noteHealth(
  tx: Transaction,
  where: Where,
  { at, problem, status }: Tried,
): Promise<EndpointStep | undefined> {
  const { shopId, number } = where
  const row = await tx.get(endpointAt, { shopId, number })
  if (row === undefined || row.disabled_reason !== null) return undefined
  if (problem === '') {
    if (row.failing_since !== null) await tx.run(setHealth, { shopId, number, ...healthy })
    return undefined
  }
  const before = { failingSince: row.failing_since, warnings: row.warnings, warnedAt: row.warned_at }
  const { health, step } = afterFailure(before, at)
  await tx.run(setHealth, { shopId, number, ...health })
  const said = { url: row.url, problem, failingSince: health.failingSince }
  if (status === goneStatus) return giveUp(tx, where, 'gone', said)
  if (step === 'disable') return giveUp(tx, where, 'failing', said)
  return step === 'none' ? undefined : tell(tx, where, { number, type: 'endpoint.failing', ...said })
}

async function giveUp(
  tx: Transaction,
  where: Where,
  reason: DisabledReason,
  said: Pick<EndpointStep, 'url' | 'problem' | 'failingSince'>,
): Promise<EndpointStep> {
  const { shopId, number, now } = where
  await tx.run(disable, { shopId, number, reason, now })
  await addJob(tx, shopId, 'endpoints', now)
  return tell(tx, where, { number, type: 'endpoint.disabled', ...said })
}

async function tell(tx: Transaction, where: Where, step: EndpointStep): Promise<EndpointStep> {
  const { type, number, ...said } = step
  const { shopId, now } = where
  const numbers = await takeNumbers(tx, shopId, 0, 1)
  await emit(tx, shopId, numbers, [{ type, endpoint: { number, ...said } }], now)
  const { problem, failingSince } = said
  const entry = { action: type, subject: `endpoint ${number}`, details: { problem: shownText(problem), failingSince } }
  await writeAudit(tx, where, entry, numbers.audit)
  return step
}
