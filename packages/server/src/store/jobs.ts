/** Which shops have something to do, shared out among processes: each is in the hands of one of them at a time. */
import type { Database, Transaction } from './database.ts'
import type { Kysely } from 'kysely'
import { type Argument, prepared } from './prepared.ts'
import { forUpdate } from './row-locks.ts'
import type { JobKind, Tables } from './schema.ts'

export interface Job {
  readonly shopId: number
  readonly kind: JobKind
}

/** `busy`: it is still this holder's, for as long as before, as somebody is just adding to it. */
export type Keeping = 'kept' | 'lost' | 'busy'

export interface Jobs {
  /**
   * Takes up to `limit` jobs that are due and in nobody's hands, until `now` + `leaseMs`. A holder that dies loses them
   * at that time.
   */
  take(holder: string, options: { readonly leaseMs: number; readonly limit: number }): Promise<readonly Job[]>
  /** Holds them for `leaseMs` more; tells of each, in their order, what came of it. */
  keep(holder: string, jobs: readonly Job[], leaseMs: number): Promise<readonly Keeping[]>
  /** Gives one back, to be taken up again at `dueAt` or, if undefined, when something is added. */
  release(holder: string, job: Job, dueAt: number | undefined): Promise<void>
  /** When the next one can be taken, in Unix milliseconds; undefined: there is none. */
  nextDueAt(): Promise<number | undefined>
  /** Is called after each commit of this process that added something to do; until the function that it returns is called. */
  onAdded(listener: () => void): () => void
}

export interface JobsParts {
  readonly database: Database
  /** Now, in Unix milliseconds. */
  readonly clock: () => number
}

/**
 * While a job is in somebody's hands, `due_at` is the end of the lease, unless something was added meanwhile: then it is
 * earlier, which `release` does not lose.
 */
export function jobsOf({ database, clock }: JobsParts): Jobs & { readonly added: () => void } {
  const listeners = new Set<() => void>()

  return {
    async take(holder, { leaseMs, limit }) {
      const now = clock()
      // Most often there is nothing, which reading tells without a commit.
      if ((await database.all(dueJobs, { now, limit: 1 })).length === 0) return []
      return database.write('nothing', async (transaction) => {
        const jobs = await transaction.all(freeJobs, { now, limit })
        for (const { shopId, kind } of jobs) {
          await transaction.run(lease, { shopId, kind, holder, until: now + leaseMs })
        }
        return jobs
      })
    },
    async keep(holder, jobs, leaseMs) {
      if (jobs.length === 0) return []
      const until = clock() + leaseMs
      return database.write('nothing', async (transaction) => {
        const outcomes: Keeping[] = []
        for (const { shopId, kind } of jobs) {
          outcomes.push(await keepOne(transaction, { shopId, kind, holder, until }))
        }
        return outcomes
      })
    },
    async release(holder, { shopId, kind }, dueAt) {
      await database.write('nothing', async (transaction) => {
        const row = await transaction.get(heldJob, { shopId, kind, holder })
        if (row === undefined) return
        const added = row.due_at < row.leased_until ? row.due_at : Infinity
        const next = Math.min(added, dueAt ?? Infinity)
        if (next === Infinity) await transaction.run(remove, { shopId, kind })
        else await transaction.run(free, { shopId, kind, dueAt: next })
      })
    },
    async nextDueAt() {
      const first = await database.all(firstDue, {})
      if (first.length === 0) return undefined
      return Math.min(...first.map(({ due_at, leased_until }) => Math.max(due_at, leased_until)))
    },
    onAdded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    added() {
      for (const listener of listeners) listener()
    },
  }
}

/** Waits for nobody: what one shop is held by must not cost the leases of all others. */
async function keepOne(tx: Transaction, held: JobKey & { holder: string; until: number }): Promise<Keeping> {
  const free = await tx.get(leaseUnlessLocked, held)
  if (free?.lease === held.holder) await tx.run(prolong, held)
  if (free !== undefined) return free.lease === held.holder ? 'kept' : 'lost'
  const busy = await tx.get(leaseOf, held)
  return busy?.lease === held.holder ? 'busy' : 'lost'
}

type JobKey = { shopId: number; kind: JobKind }

const dueJobs = prepared<Limited>()(jobsDue)
/** Those that another process is taking at this moment are its own. */
const freeJobs = prepared<Limited>()((db, arg) => jobsDue(db, arg).modifyEnd(forUpdate(db, 'skip locked')))

type Limited = { now: number; limit: number }

function jobsDue(db: Kysely<Tables>, arg: Argument<Limited>) {
  return db
    .selectFrom('jobs')
    .select(['shop_id as shopId', 'kind'])
    .where('due_at', '<=', arg('now'))
    .where('leased_until', '<=', arg('now'))
    .orderBy('due_at')
    .limit(arg('limit'))
}

const lease = prepared<JobKey & { holder: string; until: number }>()((db, arg) =>
  db
    .updateTable('jobs')
    .set({ lease: arg('holder'), leased_until: arg('until'), due_at: arg('until') })
    .where('shop_id', '=', arg('shopId'))
    .where('kind', '=', arg('kind')),
)

const leaseOf = prepared<JobKey>()(leaseAt)
const leaseUnlessLocked = prepared<JobKey>()((db, arg) => leaseAt(db, arg).modifyEnd(forUpdate(db, 'skip locked')))

function leaseAt(db: Kysely<Tables>, arg: Argument<JobKey>) {
  return db.selectFrom('jobs').select('lease').where('shop_id', '=', arg('shopId')).where('kind', '=', arg('kind'))
}

const prolong = prepared<JobKey & { holder: string; until: number }>()((db, arg) =>
  db
    .updateTable('jobs')
    .set((eb) => ({
      due_at: eb.case().when('due_at', '=', eb.ref('leased_until')).then(arg('until')).else(eb.ref('due_at')).end(),
      leased_until: arg('until'),
    }))
    .where('shop_id', '=', arg('shopId'))
    .where('kind', '=', arg('kind'))
    .where('lease', '=', arg('holder')),
)

const heldJob = prepared<JobKey & { holder: string }>()((db, arg) =>
  db
    .selectFrom('jobs')
    .select(['due_at', 'leased_until'])
    .where('shop_id', '=', arg('shopId'))
    .where('kind', '=', arg('kind'))
    .where('lease', '=', arg('holder'))
    .modifyEnd(forUpdate(db)),
)

const free = prepared<JobKey & { dueAt: number }>()((db, arg) =>
  db
    .updateTable('jobs')
    .set({ lease: '', leased_until: 0, due_at: arg('dueAt') })
    .where('shop_id', '=', arg('shopId'))
    .where('kind', '=', arg('kind')),
)

const remove = prepared<JobKey>()((db, arg) =>
  db.deleteFrom('jobs').where('shop_id', '=', arg('shopId')).where('kind', '=', arg('kind')),
)

/** Several, as the first may be in somebody's hands. */
const firstDue = prepared()((db) =>
  db.selectFrom('jobs').select(['due_at', 'leased_until']).orderBy('due_at').limit(50),
)
