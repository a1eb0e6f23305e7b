/** The program `billkeep`: hands the command line its process, and the process its exit code. */
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Takes a fifth off the time to start (500 ms to 400 ms). Not Node's own place in /tmp, where others could put code.
enableCompileCache(join(import.meta.dirname, '../../../node_modules/.cache/billkeep'))

// The reader of a pipe may leave early (`| head`): that ends the program and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

// Imported here, as the cache must be there first.
const { processIo } = await import('./cli/io.ts')
const { run } = await import('./cli/run.ts')
process.exitCode = await run(process.argv.slice(2), processIo())
