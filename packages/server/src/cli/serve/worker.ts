/** Serves in one of several processes. It ends when the primary says so; the primary hears the terminal. */
import cluster from 'node:cluster'
import type { Config } from '../../config.ts'
import { messageFor } from '../error-message.ts'
import type { Io } from '../io.ts'
import { endMessage, type ToPrimary } from './messages.ts'
import { metricsFor } from './metrics.ts'
import { openServed } from './open-served.ts'
import { type Service, startService } from './service.ts'
import { shareMetrics } from './worker-metrics.ts'

export async function serveAsWorker(config: Config, io: Io): Promise<void> {
  const end = endRequest(io)
  const service = await startOrTell(config, io)
  if (service !== undefined) {
    await tell({ type: 'serving', port: service.port, tlsPort: service.tlsPort })
    await end
    await service.stop()
  }
  cluster.worker?.disconnect()
}

/** SIGTERM is for this process; a Ctrl-C reaches all, and the primary passes on what it means. */
async function endRequest(io: Io): Promise<void> {
  return new Promise((resolve) => {
    io.onStop((signal) => {
      if (signal === 'SIGTERM') resolve()
    })
    cluster.worker?.on('message', (message) => {
      if (message === endMessage) resolve()
    })
  })
}

async function startOrTell(config: Config, io: Io): Promise<Service | undefined> {
  try {
    const metrics = await metricsFor(config)
    const metricsText = metrics && shareMetrics(metrics)
    return await startService(config, await openServed(config, io, metrics), { metrics, metricsText })
  } catch (error) {
    await tell({ type: 'refused', reason: messageFor(error) })
    return undefined
  }
}

/** Resolves when the message is on its way, which may be after the process would have ended. */
async function tell(message: ToPrimary): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve()
    })
  })
}
