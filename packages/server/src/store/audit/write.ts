/** Writes the audit, in the transaction of the change that a row is about. */
import { type AliasedExpression, expressionBuilder, type RawBuilder } from 'kysely'
import type { Actor } from '../../rules/actor.ts'
import type { AuditEntry } from '../../rules/audit.ts'
import type { Transaction } from '../database.ts'
import { type Arguments, prepared } from '../prepared.ts'
import type { Tables } from '../schema.ts'
import { hashOf, type Link } from './chain.ts'
import { shownText } from './shown.ts'

/** Whose data is changed, by whom, and when. */
export interface Authorship {
  readonly shopId: number
  readonly actor: Actor
  /** Unix milliseconds. */
  readonly now: number
}

/** Where a row comes in the shop's chain. */
export interface AuditPlace {
  readonly number: number
  /** The hash of the row before; null: there is none, or it could not be seen yet. */
  readonly previous: string | null
}

/** What writes of one shop's data note their changes with. */
export type Note = (tx: Transaction, entry: AuditEntry) => Promise<void>

export interface NoteParts {
  readonly shopId: number
  /** Who changes it. */
  readonly actor: Actor
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

export function noteOf({ shopId, actor, clock }: NoteParts): Note {
  return (tx, entry) => writeAudit(tx, { shopId, actor, now: clock() }, entry)
}

/** `place` was taken with other numbers; left out, it is taken here. */
export async function writeAudit(
  tx: Transaction,
  authorship: Authorship,
  { action, subject, details }: AuditEntry,
  place?: AuditPlace,
): Promise<void> {
  const { shopId, actor, now } = authorship
  const { number, previous } = place ?? (await takePlace(tx, shopId))
  const link = {
    number,
    at: now,
    face: actor.face,
    actor: shownText(actor.name),
    address: actor.address,
    action,
    subject: shownText(subject),
    details: JSON.stringify(details),
  }
  const before = previous ?? (await hashAt(tx, shopId, number - 1))
  await tx.run(insertRow, { shopId, ...link, hash: hashOf(before, shopId, link) })
}

async function takePlace(tx: Transaction, shopId: number): Promise<AuditPlace> {
  const row = await tx.get(takePlaceRow, { shopId })
  if (row === undefined) throw new Error(`There is no shop ${shopId}.`)
  return { number: row.next_audit - 1, previous: row.previous }
}

/**
 * Whoever waited for another's change to take the place does not see that change's row in the same statement: here it is
 * seen. Where the row was taken away, the chain goes on, and verifying tells.
 */
async function hashAt(tx: Transaction, shopId: number, number: number): Promise<string> {
  if (number === 0) return ''
  return (await tx.get(hashRow, { shopId, number }))?.hash ?? ''
}

const takePlaceRow = prepared<{ shopId: number }>()((db, arg) =>
  db
    .updateTable('counters')
    .set(({ eb }) => ({ next_audit: eb('next_audit', '+', 1) }))
    .where('shop_id', '=', arg('shopId'))
    .returning(['next_audit', lastHash(arg('shopId'))]),
)

/** For `returning` of what raises `next_audit`: the hash of the row before the one whose number is taken. */
export function lastHash(shopId: RawBuilder<number>): AliasedExpression<string | null, 'previous'> {
  const eb = expressionBuilder<Tables, 'counters'>()
  return eb
    .selectFrom('audit')
    .select('audit.hash')
    .where('audit.shop_id', '=', shopId)
    .where('audit.number', '=', eb('counters.next_audit', '-', 2))
    .$asScalar()
    .$castTo<string | null>()
    .as('previous')
}

const hashRow = prepared<{ shopId: number; number: number }>()((db, arg) =>
  db.selectFrom('audit').select('hash').where('shop_id', '=', arg('shopId')).where('number', '=', arg('number')),
)

type NewRow = Arguments & Link & Pick<AuditEntry, 'action'> & Pick<Actor, 'face'> & { shopId: number; hash: string }

const insertRow = prepared<NewRow>()((db, arg) =>
  db.insertInto('audit').values({
    shop_id: arg('shopId'),
    number: arg('number'),
    at: arg('at'),
    face: arg('face'),
    actor: arg('actor'),
    address: arg('address'),
    action: arg('action'),
    subject: arg('subject'),
    details: arg('details'),
    hash: arg('hash'),
  }),
)
