/** What serves: the edge on the store, and beside it who does the shops' jobs. */
import { readFile } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import { openEdge } from '../../http/edge.ts'
import type { Limits } from '../../http/limits.ts'
import { handlersFor } from '../../jobs/handlers.ts'
import { Runner } from '../../jobs/runner.ts'
import type { Store } from '../../store/store.ts'
import { listenRefusal } from './listen-refusal.ts'
import { logOf } from './log.ts'

/** Where the service can be reached. */
export interface Ports {
  readonly port: number
  readonly tlsPort: number | undefined
}

export interface Service extends Ports {
  /** Lets the calls that run come to their end; what takes longer than ten seconds is cut off. */
  stop(): Promise<void>
}

/** Takes over the store: it is closed with the service, or when this fails. Other limits are for measurements. */
export async function startService(config: Config, store: Store, limits: Partial<Limits> = {}): Promise<Service> {
  const log = logOf(config)
  const { allowPrivateTargets, keep } = config
  const { clock } = store
  const runner = new Runner({
    jobs: store.jobs,
    handlers: handlersFor({ store, clock, allowPrivateTargets, keep, log }),
    clock,
    log,
  })
  try {
    const edge = await openEdge({
      store,
      hosts: config.hosts,
      port: config.port,
      tls: await certificateOf(config),
      baseDomains: config.baseDomains,
      trustProxy: config.trustProxy,
      callsPerMinute: config.callsPerMinute,
      checkOutput: false,
      limits,
      clock,
      log,
    })
    runner.start()
    return {
      port: edge.port,
      tlsPort: edge.tlsPort,
      async stop() {
        await edge.close()
        await runner.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw listenRefusal(error, config)
  }
}

async function certificateOf({ tls }: Config): Promise<{ port: number; cert: string; key: string } | undefined> {
  if (tls === undefined) return undefined
  const [cert, key] = await Promise.all([readFile(tls.certFile, 'utf8'), readFile(tls.keyFile, 'utf8')])
  return { port: tls.port, cert, key }
}
