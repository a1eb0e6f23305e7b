/** Serves in several processes over the same data folder; this one only looks after them. */
import type { Config } from '../../config.ts'
import type { Io } from '../io.ts'
import { announce, demoOf } from './announce.ts'
import { GatheredMetrics } from './gathered-metrics.ts'
import { logOf } from './log.ts'
import { openMetrics } from './metrics.ts'
import { openServed } from './open-served.ts'
import { stopRequest } from './stop.ts'
import { Workers } from './workers.ts'

export async function serveWithWorkers(config: Config, io: Io): Promise<void> {
  // Tables and demo shop are made once, before there are workers; and a refusal is told once.
  const store = await openServed(config, io)
  const demo = await demoOf(config, store, io)
  await store.close()

  const log = logOf(config)
  const gathered = config.metrics && new GatheredMetrics()
  const metricsPort = gathered && (await openMetrics(config, gathered.text, log))
  const workers = new Workers(log)
  const ports = await workers.start(config.workers).catch(async (error: unknown) => {
    await metricsPort?.close()
    throw error
  })
  const stop = stopRequest(io, () => {
    workers.killAll()
  })
  announce(io, { config, ports: { ...ports, metricsPort: metricsPort?.port }, demo })
  await stop
  await metricsPort?.close()
  await workers.end()
}
