/** What is looked up when somebody asks. */
import { setTimeout as delay } from 'node:timers/promises'
import { Counter, Gauge, type Registry } from 'prom-client'
import type { Load } from '../http/listen.ts'
import type { Store } from '../store/store.ts'

/** Who knows. */
export interface Sources {
  readonly store: Pick<Store, 'load' | 'pendingDeliveries' | 'jobs' | 'clock'>
  readonly edge: { readonly load: Load }
  readonly runner: { readonly held: number; readonly failed: number }
}

/** A database that is away keeps nobody from learning the rest. */
const patienceMs = 2_000
const mostPending = 10_000

interface LookedUp {
  readonly name: string
  readonly help: string
  /** How those of several processes become one; left out: it is a count, and they are added. */
  readonly aggregator?: 'sum' | 'min' | 'max'
  /** Undefined: it is not known. */
  readonly value: (sources: Sources) => number | undefined | Promise<number | undefined>
}

const lookedUp: readonly LookedUp[] = [
  {
    name: 'billkeep_requests_under_way',
    help: 'Requests that are being answered.',
    aggregator: 'sum',
    value: ({ edge }) => edge.load.underWay,
  },
  {
    name: 'billkeep_requests_shed_total',
    help: 'Requests that were refused unread as there was too much to do.',
    value: ({ edge }) => edge.load.refused,
  },
  {
    name: 'billkeep_replica_lag_seconds',
    help: 'How far the copy for reading is behind.',
    aggregator: 'max',
    value: ({ store }) => inSeconds(store.load().copy?.lagMs),
  },
  {
    name: 'billkeep_replica_used',
    help: 'Whether the copy for reading is near enough to be read from.',
    aggregator: 'min',
    value: ({ store }) => numberOf(store.load().copy?.isUsed),
  },
  {
    name: 'billkeep_jobs_held',
    help: 'Jobs that are being done.',
    aggregator: 'sum',
    value: ({ runner }) => runner.held,
  },
  {
    name: 'billkeep_jobs_failed_total',
    help: 'Jobs that failed and are tried again.',
    value: ({ runner }) => runner.failed,
  },
  {
    name: 'billkeep_jobs_overdue_seconds',
    help: 'How late the most overdue job is that nobody does.',
    aggregator: 'max',
    value: ({ store }) =>
      inTime(async () => {
        const due = await store.jobs.nextDueAt()
        return due === undefined ? 0 : Math.max(0, store.clock() - due) / 1_000
      }),
  },
  {
    name: 'billkeep_deliveries_pending',
    help: `Notifications that are still to be delivered, counted up to ${mostPending}.`,
    aggregator: 'max',
    value: ({ store }) => inTime(() => store.pendingDeliveries(mostPending)),
  },
]

export function registerGauges(registry: Registry, sources: () => Sources | undefined): void {
  for (const each of lookedUp) register(registry, each, sources)
  registerConnections(registry, sources)
}

/** What cannot be known now is left out. */
function register(registry: Registry, { name, help, aggregator, value }: LookedUp, sources: () => Sources | undefined) {
  const metric =
    aggregator === undefined
      ? new Counter({ name, help, registers: [registry], collect })
      : new Gauge({ name, help, aggregator, registers: [registry], collect })

  async function collect(): Promise<void> {
    const known = sources()
    const found = known && (await value(known))
    metric.reset()
    if (found === undefined) metric.remove()
    else metric.inc(found)
  }
}

function registerConnections(registry: Registry, sources: () => Sources | undefined): void {
  const connections = new Gauge({
    name: 'billkeep_database_connections',
    help: 'Connections to PostgreSQL, and who waits for one.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const pool = sources()?.store.load().pool
      connections.reset()
      if (pool === undefined) return
      connections.set({ state: 'in_use' }, pool.inUse)
      connections.set({ state: 'idle' }, pool.idle)
      connections.set({ state: 'waiting' }, pool.waiting)
    },
  })
}

function inSeconds(milliseconds: number | undefined): number | undefined {
  return milliseconds === undefined ? undefined : milliseconds / 1_000
}

function numberOf(flag: boolean | undefined): number | undefined {
  return flag === undefined ? undefined : Number(flag)
}

async function inTime(look: () => Promise<number>): Promise<number | undefined> {
  const patience = new AbortController()
  const late = delay(patienceMs, undefined, { signal: patience.signal, ref: false }).catch(() => undefined)
  try {
    return await Promise.race([look(), late])
  } catch {
    return undefined
  } finally {
    patience.abort()
  }
}
