/** Runs one command line, from the arguments to the exit code. The only place of the command line that catches. */
import { inspect } from 'node:util'
import { CommanderError } from 'commander'
import { CommandError } from './command-error.ts'
import { isOn } from './environment.ts'
import { messageFor } from './error-message.ts'
import type { Io } from './io.ts'
import { billkeep } from './program.ts'

const notDone = 1
const wrongUsage = 2

/** Resolves to 0, to 1 when the command could not do its work, or to 2 when it was not used as its help says. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  try {
    await billkeep(io).parseAsync(argv, { from: 'user' })
    return 0
  } catch (error) {
    // Commander has told the person already; asking for help is no error.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUsage
    io.stderr.write(`billkeep: ${messageFor(error)}\n`)
    if (isOn(io.env['BILLKEEP_DEBUG'])) io.stderr.write(`${inspect(error)}\n`)
    return error instanceof CommandError ? error.exitCode : notDone
  }
}
