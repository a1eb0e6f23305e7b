/** Checks a shop's chain from its first row to its last, a piece at a time. */
import { setImmediate as letOthers } from 'node:timers/promises'
import type { Queries } from '../database.ts'
import { prepared } from '../prepared.ts'
import { hashOf, type Link } from './chain.ts'

/** A row and its hash, which whoever keeps them elsewhere can hold against the chain. */
export interface Anchor {
  readonly number: number
  readonly hash: string
}

export interface Fault {
  /** Of the first row that is not as it was written. */
  readonly number: number
  /**
   * `changed`: it does not say what was hashed. `missing`: it is gone. `moved`: what belongs there is at another number.
   * `added`: the shop never gave this number. `rewritten`: all fits, but not the hash that was kept of it elsewhere.
   */
  readonly why: 'changed' | 'missing' | 'moved' | 'added' | 'rewritten'
}

export interface Verdict {
  /** How many were looked at. */
  readonly rows: number
  /** The last that fits; undefined: none. */
  readonly last: Anchor | undefined
  /** Undefined: the chain is sound. */
  readonly fault: Fault | undefined
}

export interface VerifyOptions {
  /** What was kept of a row elsewhere. */
  readonly kept?: Anchor | undefined
  /** Is called now and then, with the rows so far and how many there were at the beginning. */
  readonly onProgress?: ((rows: number, total: number) => void) | undefined
}

const pageRows = 1_000
const start: Anchor = { number: 0, hash: '' }

/** Rows may be added meanwhile. */
export async function verifyChain(queries: Queries, shopId: number, options: VerifyOptions = {}): Promise<Verdict> {
  const { kept, onProgress } = options
  const total = await givenNumbers(queries, shopId)
  let last = start
  let rows = 0
  const verdict = (fault?: Fault): Verdict => ({ rows, last: last === start ? undefined : last, fault })
  // From before the first: nobody gave such numbers.
  for (let page = await pageAfter(queries, shopId, Number.MIN_SAFE_INTEGER); ;) {
    // After the rows, so that none of them is newer.
    const given = await givenNumbers(queries, shopId)
    for (const { hash, ...link } of page) {
      rows += 1
      const fault = misplaced(link.number, last.number + 1, given)
      if (fault !== undefined) return verdict(fault)
      if (hashOf(last.hash, shopId, link) !== hash) return verdict(await unfit(queries, shopId, last))
      last = { number: link.number, hash }
      if (kept?.number === link.number && kept.hash !== hash) return verdict({ number: link.number, why: 'rewritten' })
    }
    onProgress?.(rows, total)
    await letOthers()
    page = await pageAfter(queries, shopId, last.number)
    if (page.length > 0) continue
    const end = Math.max(given, kept?.number ?? 0)
    return verdict(end > last.number ? { number: last.number + 1, why: 'missing' } : undefined)
  }
}

/** Where `expected` comes next, of the numbers up to `given`. */
function misplaced(number: number, expected: number, given: number): Fault | undefined {
  if (number < expected || expected > given) return { number, why: 'added' }
  return number > expected ? { number: expected, why: 'missing' } : undefined
}

/** Why the row after this one does not fit: looks for one that would, further on. */
async function unfit(queries: Queries, shopId: number, { number: before, hash: previous }: Anchor): Promise<Fault> {
  const number = before + 1
  for (let last = number; ;) {
    const page = await pageAfter(queries, shopId, last)
    if (page.some(({ hash, ...link }) => hashOf(previous, shopId, { ...link, number }) === hash)) {
      return { number, why: 'moved' }
    }
    const highest = page.at(-1)?.number
    if (highest === undefined) return { number, why: 'changed' }
    last = highest
    await letOthers()
  }
}

async function pageAfter(queries: Queries, shopId: number, number: number): Promise<readonly (Link & Anchor)[]> {
  return queries.all(rowsAfter, { shopId, number, limit: pageRows })
}

/** How many numbers the shop has given to rows. */
async function givenNumbers(queries: Queries, shopId: number): Promise<number> {
  return ((await queries.get(nextNumber, { shopId }))?.next_audit ?? 1) - 1
}

const rowsAfter = prepared<{ shopId: number; number: number; limit: number }>()((db, arg) =>
  db
    .selectFrom('audit')
    .select(['number', 'at', 'face', 'actor', 'address', 'action', 'subject', 'details', 'hash'])
    .where('shop_id', '=', arg('shopId'))
    .where('number', '>', arg('number'))
    .orderBy('number')
    .limit(arg('limit')),
)

const nextNumber = prepared<{ shopId: number }>()((db, arg) =>
  db.selectFrom('counters').select('next_audit').where('shop_id', '=', arg('shopId')),
)
