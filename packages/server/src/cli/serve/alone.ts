/** Serves in this process. */
import type { Config } from '../../config.ts'
import { openStore } from '../../store/open.ts'
import type { Io } from '../io.ts'
import { announce, demoOf } from './announce.ts'
import { startService } from './service.ts'
import { stopRequest } from './stop.ts'

export async function serveAlone(config: Config, io: Io): Promise<void> {
  const store = await openStore({ ...config, clock: io.clock })
  const demo = await demoOf(config, store, io)
  const service = await startService(config, store, io)
  const stop = stopRequest(io)
  announce(io, { config, ports: service, demo })
  await stop
  await service.stop()
}
