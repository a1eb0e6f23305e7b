/** Opens the store for a server, which may be started before its database is. */
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from '../../config.ts'
import type { Metrics } from '../../metrics/metrics.ts'
import type { Outage } from '../../store/database.ts'
import { StoreUnavailable } from '../../store/errors.ts'
import { openStore, type StoreOptions } from '../../store/open.ts'
import type { Store } from '../../store/store.ts'
import { CommandError } from '../command-error.ts'
import type { Io } from '../io.ts'
import { printLine } from '../print.ts'
import { logOf } from './log.ts'

/** Containers that are started together need seconds. A name that is mistyped should not look like a server for ever. */
const patienceMs = 60_000
const pauseMs = 500

/** Waits for a database that does not answer yet; throws what is wrong with it where waiting mends nothing. */
export async function openServed(config: Config, io: Io, meters?: Metrics): Promise<Store> {
  const log = logOf(config)
  const stopping = new AbortController()
  const unhear = io.onStop(() => {
    stopping.abort()
  })
  let isOpen = false
  const options: StoreOptions = {
    ...config,
    clock: io.clock,
    keepsTime: true,
    onCommit: meters?.onCommit,
    onOutage(outage) {
      if (isOpen) tell(log, outage)
      meters?.onOutage(outage)
    },
  }
  const deadline = performance.now() + patienceMs
  try {
    for (let isTold = false; ;) {
      const store = await openIfThere(options)
      if (!(store instanceof StoreUnavailable)) {
        isOpen = true
        return store
      }
      if (performance.now() > deadline) throw store
      if (!isTold) printLine(io.stderr, `${store.message} Waiting for it, for a minute at most.`)
      isTold = true
      await delay(pauseMs, undefined, { signal: stopping.signal }).catch(() => undefined)
      if (stopping.signal.aborted) throw new CommandError('Stopped while waiting for the database.')
    }
  } finally {
    unhear()
  }
}

async function openIfThere(options: StoreOptions): Promise<Store | StoreUnavailable> {
  try {
    return await openStore(options)
  } catch (error) {
    if (error instanceof StoreUnavailable) return error
    throw error
  }
}

function tell(log: Logger, { isOver, cause }: Outage): void {
  if (isOver) log.info('The database answers again.')
  else log.error({ err: cause }, 'The database does not answer. Calls are refused until it does.')
}
