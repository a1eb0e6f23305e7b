/** Serves in this process. */
import type { Config } from '../../config.ts'
import type { Io } from '../io.ts'
import { announce, demoOf } from './announce.ts'
import { openServed } from './open-served.ts'
import { startService } from './service.ts'
import { stopRequest } from './stop.ts'

export async function serveAlone(config: Config, io: Io): Promise<void> {
  const store = await openServed(config, io)
  const demo = await demoOf(config, store, io)
  const service = await startService(config, store)
  const stop = stopRequest(io)
  announce(io, { config, ports: service, demo })
  await stop
  await service.stop()
}
