/** Requests, counted in plain numbers: prom-client's own counters and histogram would take some 3 µs of each. */
import { Counter, type Metric, type MetricValue, type Registry } from 'prom-client'
import type { Observer } from '../http/observed.ts'
import { outcomeOf } from '../rules/request.ts'

/** All requests for one thing. */
interface Tally {
  readonly face: string
  readonly operation: string
  readonly outcomes: { ok: number; refused: number; failed: number }
  /** How many took no longer than each of the bounds, and longer than the one before. */
  readonly buckets: number[]
  seconds: number
}

/** `bounds` are in seconds, ascending. */
export function requestMeter(registry: Registry, bounds: readonly number[]): Observer {
  const tallies = new Map<string, Map<string, Tally>>()
  const refusals = new Map<string, Map<number | string, number>>()

  function tallyOf(face: string, operation: string): Tally {
    const ofFace = entryOf(tallies, face, () => new Map<string, Tally>())
    const outcomes = { ok: 0, refused: 0, failed: 0 }
    return entryOf(ofFace, operation, () => ({
      face,
      operation,
      outcomes,
      buckets: [...bounds, Infinity].map(() => 0),
      seconds: 0,
    }))
  }

  const all = (): readonly Tally[] => [...tallies.values()].flatMap((ofFace) => [...ofFace.values()])
  registerRequests(registry, all)
  registerRefusals(registry, refusals)
  registerSeconds(registry, bounds, all)

  return (_request, { status, about: { face, operation = 'none', code = 'none' } }, milliseconds) => {
    const tally = tallyOf(face, operation)
    const outcome = outcomeOf(status, face, code)
    const seconds = milliseconds / 1_000
    let bucket = 0
    while (bucket < bounds.length && seconds > (bounds[bucket] ?? 0)) bucket += 1
    tally.outcomes[outcome] += 1
    tally.buckets[bucket] = (tally.buckets[bucket] ?? 0) + 1
    tally.seconds += seconds
    if (outcome !== 'refused') return
    const ofFace = entryOf(refusals, face, () => new Map<number | string, number>())
    ofFace.set(code, (ofFace.get(code) ?? 0) + 1)
  }
}

function entryOf<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}

function registerRequests(registry: Registry, all: () => readonly Tally[]): void {
  const requests = new Counter({
    name: 'billkeep_requests_total',
    help: 'Requests that were answered.',
    labelNames: ['face', 'operation', 'outcome'],
    registers: [registry],
    collect() {
      requests.reset()
      for (const { face, operation, outcomes } of all()) {
        for (const [outcome, count] of Object.entries(outcomes)) {
          if (count > 0) requests.inc({ face, operation, outcome }, count)
        }
      }
    },
  })
}

function registerRefusals(
  registry: Registry,
  refusals: ReadonlyMap<string, ReadonlyMap<number | string, number>>,
): void {
  const metric = new Counter({
    name: 'billkeep_refusals_total',
    help: 'Requests that were refused by a mistake of the caller, by the number or name of the error.',
    labelNames: ['face', 'code'],
    registers: [registry],
    collect() {
      metric.reset()
      for (const [face, counts] of refusals) {
        for (const [code, count] of counts) metric.inc({ face, code }, count)
      }
    },
  })
}

/** prom-client's histogram can be told of one duration at a time only; a registry takes any object that gives values. */
function registerSeconds(registry: Registry, bounds: readonly number[], all: () => readonly Tally[]): void {
  const metric = {
    name: 'billkeep_request_seconds',
    help: 'From the whole request to the answer, or of a long one to its end.',
    type: 'histogram',
    aggregator: 'sum',
  }
  async function get(): Promise<object> {
    return { ...metric, values: all().flatMap((tally) => valuesOf(metric.name, bounds, tally)) }
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a registry asks a metric for `name` and `get` (lib/registry.js)
  registry.registerMetric({ ...metric, get } as unknown as Metric)
}

type NamedValue = MetricValue<string> & { readonly metricName: string }

function valuesOf(
  name: string,
  bounds: readonly number[],
  { face, operation, buckets, seconds }: Tally,
): readonly NamedValue[] {
  let count = 0
  const cumulated = buckets.map((inBucket, at) => {
    count += inBucket
    const labels = { le: bounds[at] ?? '+Inf', face, operation }
    return { metricName: `${name}_bucket`, labels, value: count }
  })
  return [
    ...cumulated,
    { metricName: `${name}_sum`, labels: { face, operation }, value: seconds },
    { metricName: `${name}_count`, labels: { face, operation }, value: count },
  ]
}
