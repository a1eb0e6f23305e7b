/** What serves: the edge on the store, and beside it who does the shops' jobs. */
import { readFile } from 'node:fs/promises'
import type { Config } from '../../config.ts'
import { openEdge } from '../../http/edge.ts'
import type { Limits } from '../../http/limits.ts'
import { createRequestNotes } from '../../http/request-notes.ts'
import type { Metrics } from '../../metrics/metrics.ts'
import { handlersFor } from '../../jobs/handlers.ts'
import { Runner } from '../../jobs/runner.ts'
import type { Store } from '../../store/store.ts'
import { createTryOut } from '../../webhooks/try-out.ts'
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

export interface Extras {
  /** Others than the defaults are for measurements. */
  readonly limits?: Partial<Limits>
  /** What this process measures, and how all of them are asked. */
  readonly metrics?: Metrics | undefined
  readonly metricsText?: (() => Promise<string>) | undefined
}

/** Takes over the store: it is closed with the service, or when this fails. */
export async function startService(config: Config, store: Store, extras: Extras = {}): Promise<Service> {
  const { limits = {}, metrics, metricsText = async () => '' } = extras
  const log = logOf(config)
  const { allowPrivateTargets, keep } = config
  const { token } = config.metrics ?? {}
  const { clock } = store
  const jobsStore = metrics === undefined ? store : await countedFor(store, metrics)
  const runner = new Runner({
    jobs: store.jobs,
    handlers: handlersFor({ store: jobsStore, clock, allowPrivateTargets, keep, log }),
    clock,
    log,
  })
  const notes = createRequestNotes({ store, clock, log })
  try {
    const edge = await openEdge({
      store,
      hosts: config.hosts,
      port: config.port,
      tls: await certificateOf(config),
      baseDomains: config.baseDomains,
      trustProxy: config.trustProxy,
      callsPerMinute: config.callsPerMinute,
      tryOut: createTryOut({ store, allowPrivateTargets }),
      checkOutput: false,
      limits,
      metrics: token === undefined ? undefined : { token, text: metricsText },
      observe: metrics?.observe,
      notes,
      clock,
      log,
    })
    metrics?.watch({ store, edge, runner })
    runner.start()
    return {
      port: edge.port,
      tlsPort: edge.tlsPort,
      async stop() {
        await edge.close()
        await notes.close()
        await runner.stop()
        await store.close()
      },
    }
  } catch (error) {
    await store.close()
    throw listenRefusal(error, config)
  }
}

async function countedFor(store: Store, { onDelivery }: Metrics): Promise<Store> {
  const { countedDeliveries } = await import('../../metrics/counted-deliveries.ts')
  return countedDeliveries(store, onDelivery)
}

async function certificateOf({ tls }: Config): Promise<{ port: number; cert: string; key: string } | undefined> {
  if (tls === undefined) return undefined
  const [cert, key] = await Promise.all([readFile(tls.certFile, 'utf8'), readFile(tls.keyFile, 'utf8')])
  return { port: tls.port, cert, key }
}
