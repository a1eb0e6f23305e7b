/** What is counted as it happens. Labels are words of our own, of which there are few; never a login, a path or what a caller wrote. */
import { Counter, Gauge, Histogram, type Registry } from 'prom-client'
import type { Observer } from '../http/observed.ts'
import type { Commit, Outage } from '../store/database.ts'
import { requestMeter } from './request-meter.ts'

export type DeliveryOutcome = 'delivered' | 'retried' | 'failed'

export interface Meters {
  readonly observe: Observer
  readonly onCommit: (commit: Commit) => void
  readonly onOutage: (outage: Pick<Outage, 'isOver'>) => void
  readonly onDelivery: (outcome: DeliveryOutcome) => void
}

/** In seconds: GetBills takes less than the first, and nobody waits for longer than the last. */
const durations = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]
const shared = [1, 2, 4, 8, 16, 32, 64]

export function createMeters(registry: Registry): Meters {
  const registers = [registry]
  const up = new Gauge({
    name: 'billkeep_database_up',
    help: 'Whether the database answers.',
    aggregator: 'min',
    registers,
  })
  up.set(1)
  const writes = new Histogram({
    name: 'billkeep_commit_writes',
    help: 'Writes that shared a commit.',
    buckets: shared,
    registers,
  })
  const commits = new Histogram({
    name: 'billkeep_commit_seconds',
    help: 'From the beginning of a transaction until it is on disk.',
    buckets: durations,
    registers,
  })
  const deliveries = new Counter({
    name: 'billkeep_deliveries_total',
    help: 'Attempts to deliver a notification.',
    labelNames: ['outcome'],
    registers,
  })
  return {
    observe: requestMeter(registry, durations),
    onCommit({ writes: count, milliseconds }) {
      writes.observe(count)
      commits.observe(milliseconds / 1_000)
    },
    onOutage: ({ isOver }) => {
      up.set(isOver ? 1 : 0)
    },
    onDelivery: (outcome) => {
      deliveries.inc({ outcome })
    },
  }
}
