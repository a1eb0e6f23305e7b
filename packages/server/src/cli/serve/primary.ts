/** Serves in several processes over the same data folder; this one only looks after them. */
import type { Config } from '../../config.ts'
import type { Io } from '../io.ts'
import { announce, demoOf } from './announce.ts'
import { logOf } from './log.ts'
import { openServed } from './open-served.ts'
import { stopRequest } from './stop.ts'
import { Workers } from './workers.ts'

export async function serveWithWorkers(config: Config, io: Io): Promise<void> {
  // Tables and demo shop are made once, before there are workers; and a refusal is told once.
  const store = await openServed(config, io)
  const demo = await demoOf(config, store, io)
  await store.close()

  const workers = new Workers(logOf(config))
  const ports = await workers.start(config.workers)
  const stop = stopRequest(io, () => {
    workers.killAll()
  })
  announce(io, { config, ports, demo })
  await stop
  await workers.end()
}
