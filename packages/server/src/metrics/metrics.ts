/** What an installation measures of itself, in the words of Prometheus. Loaded only where somebody wants to know. */
import {
  AggregatorRegistry,
  collectDefaultMetrics,
  type MetricObjectWithValues,
  type MetricValue,
  Registry,
} from 'prom-client'
import { registerGauges, type Sources } from './gauges.ts'
import { createMeters, type Meters } from './meters.ts'

export interface Metrics extends Meters {
  /** Before, what is looked up is not known. */
  readonly watch: (sources: Sources) => void
  /** Of this process, as `textOfAll` takes it. */
  readonly values: () => Promise<Values>
  /** Of this process. */
  readonly text: () => Promise<string>
}

/** Plain data, which may be sent from one process to another. */
export type Values = MetricObjectWithValues<MetricValue<string>>[]

export function createMetrics(): Metrics {
  const registry = new Registry()
  let watched: Sources | undefined
  const meters = createMeters(registry)
  registerGauges(registry, () => watched)
  collectDefaultMetrics({ register: registry })
  return {
    ...meters,
    watch(sources) {
      watched = sources
    },
    values: () => registry.getMetricsAsJSON(),
    text: () => registry.metrics(),
  }
}

/** Of several processes as one: counts are added, and of what cannot be, the worst is told. */
export async function textOfAll(values: readonly Values[]): Promise<string> {
  return AggregatorRegistry.aggregate([...values]).metrics()
}
