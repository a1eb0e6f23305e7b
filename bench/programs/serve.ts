/** `billkeep serve` with what its options do not give, for servers that are measured beside it. */
import { startService } from '../../packages/server/src/cli/serve/service.ts'
import { configFrom } from '../../packages/server/src/config.ts'
import type { Limits } from '../../packages/server/src/http/limits.ts'
import { openStore, type StoreOptions } from '../../packages/server/src/store/open.ts'

type Given = Pick<StoreOptions, 'writesPerCommit'> & { readonly limits?: Partial<Limits> }

export async function serve(data: string, { limits, ...options }: Given): Promise<void> {
  const config = configFrom({
    data,
    host: '127.0.0.1',
    port: '0',
    databaseConnections: '10',
    readLag: '5',
    keepEvents: 'forever',
    keepDeliveries: 'forever',
    workers: '1',
    rateLimit: '100000000',
    logLevel: 'error',
  })
  if ('problems' in config) throw new Error(config.problems.join(' '))
  const store = await openStore({ dataDir: data, clock: Date.now, ...options })
  const service = await startService(config, store, limits === undefined ? {} : { limits })
  process.once('SIGTERM', () => void service.stop())
  process.stdout.write(`http://127.0.0.1:${service.port}\n`)
}
