/** Loaded into a server before its own code: tells at SIGUSR2 for how long it did nothing else at most, since the last time. */
import { monitorEventLoopDelay } from 'node:perf_hooks'

const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()
process.on('SIGUSR2', () => {
  process.stderr.write(`longest stop ${delay.max / 1e6} ms\n`)
  delay.reset()
})
