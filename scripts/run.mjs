/** node scripts/run.mjs [program.ts args…]: installs what is missing, then runs the program on the project's Node. */

import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { projectNode, root, setUp } from './setup.mjs'
import { SetupError } from './setup-error.mjs'

/** A terminal and npm each pass on the same Ctrl-C; a program that takes the second as "at once" must get one. */
const sameSignalMs = 500

try {
  await setUp()
  const args = process.argv.slice(2)
  if (args.length > 0) process.exitCode = await runOnProjectNode(args)
} catch (error) {
  if (!(error instanceof SetupError)) throw error
  console.error(error.message)
  process.exitCode = 1
}

/** Resolves to the exit code once the program has ended, however long it takes to wind up after a signal. */
function runOnProjectNode(args) {
  // A session of its own keeps the terminal's Ctrl-C from the program, which so gets each signal once, from here.
  const child = spawn(projectNode(), args, { cwd: root, stdio: 'inherit', detached: process.platform !== 'win32' })
  const lastAt = new Map()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      const now = performance.now()
      const isRepeat = now - (lastAt.get(signal) ?? -Infinity) < sameSignalMs
      lastAt.set(signal, now)
      if (!isRepeat) child.kill(signal)
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', (cause) => {
      reject(
        new SetupError(
          `The project's own Node does not run here (${cause.message}); delete node_modules and start again.`,
        ),
      )
    })
    child.on('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]))
  })
}
