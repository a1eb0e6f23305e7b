/** The program `billkeep`: hands the command line its process, and the process its exit code. */
import { processIo } from './cli/io.ts'
import { run } from './cli/run.ts'

// The reader of a pipe may leave early (`| head`): that ends the program and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await run(process.argv.slice(2), processIo())
