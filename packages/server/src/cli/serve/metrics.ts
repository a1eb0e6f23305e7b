/** What a process measures, and where it can be read. */
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import { type MetricsPort, openMetricsPort } from '../../http/metrics-port.ts'
import type { Metrics } from '../../metrics/metrics.ts'
import { listenRefusal } from './listen-refusal.ts'

/** Undefined where nobody wants to know: then nothing of it is loaded. */
export async function metricsFor({ metrics }: Config): Promise<Metrics | undefined> {
  if (metrics === undefined) return undefined
  const { createMetrics } = await import('../../metrics/metrics.ts')
  return createMetrics()
}

/** The port of their own, where one is wanted. */
export async function openMetrics(
  config: Config,
  text: () => Promise<string>,
  log: Logger,
): Promise<MetricsPort | undefined> {
  const { port, host = '' } = config.metrics ?? {}
  if (port === undefined) return undefined
  try {
    return await openMetricsPort({ host, port, text, log })
  } catch (error) {
    throw listenRefusal(error, config)
  }
}
