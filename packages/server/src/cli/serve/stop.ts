import type { Io, StopSignal } from '../io.ts'
import { printLine } from '../print.ts'

const exitCodes: Readonly<Record<StopSignal, number>> = { SIGINT: 130, SIGTERM: 143 }

/** Resolves at the first request to end; a second one ends the process at once, after `atOnce`. */
export async function stopRequest(io: Io, atOnce: () => void = () => {}): Promise<void> {
  return new Promise((resolve) => {
    let isStopping = false
    io.onStop((signal) => {
      if (isStopping) {
        atOnce()
        process.exit(exitCodes[signal])
      }
      isStopping = true
      printLine(io.stderr, 'Stopping once the running calls are answered. Again: at once.')
      resolve()
    })
  })
}
