/** Serves in this process. */
import type { Config } from '../../config.ts'
import type { MetricsPort } from '../../http/metrics-port.ts'
import type { Metrics } from '../../metrics/metrics.ts'
import type { Io } from '../io.ts'
import { announce, demoOf } from './announce.ts'
import { logOf } from './log.ts'
import { metricsFor, openMetrics } from './metrics.ts'
import { openServed } from './open-served.ts'
import { type Service, startService } from './service.ts'
import { stopRequest } from './stop.ts'

export async function serveAlone(config: Config, io: Io): Promise<void> {
  const metrics = await metricsFor(config)
  const store = await openServed(config, io, metrics)
  const demo = await demoOf(config, store, io)
  const service = await startService(config, store, { metrics, metricsText: metrics?.text })
  const metricsPort = await openMetricsOf(config, service, metrics)
  const stop = stopRequest(io)
  announce(io, { config, ports: { ...service, metricsPort: metricsPort?.port }, demo })
  await stop
  await metricsPort?.close()
  await service.stop()
}

/** Where the port cannot be had, nothing serves. */
async function openMetricsOf(
  config: Config,
  service: Service,
  metrics: Metrics | undefined,
): Promise<MetricsPort | undefined> {
  try {
    return metrics && (await openMetrics(config, metrics.text, logOf(config)))
  } catch (error) {
    await service.stop()
    throw error
  }
}
