/** `billkeep serve` in all but this: how many writes may share a commit is given, after the data folder. */
import { startService } from '../../packages/server/src/cli/serve/service.ts'
import { configFrom } from '../../packages/server/src/config.ts'
import { openStore } from '../../packages/server/src/store/open.ts'

const [data = '', writesPerCommit] = process.argv.slice(2)
const config = configFrom({
  data,
  host: '127.0.0.1',
  port: '0',
  databaseConnections: '10',
  readLag: '5',
  workers: '1',
  rateLimit: '1000000',
  logLevel: 'error',
})
if ('problems' in config) throw new Error(config.problems.join(' '))
const store = await openStore({ dataDir: data, clock: Date.now, writesPerCommit: Number(writesPerCommit) })
const service = await startService(config, store)
process.once('SIGTERM', () => void service.stop())
process.stdout.write(`http://127.0.0.1:${service.port}\n`)
