/** npm run fuzz: sends the server what no client should, for as long as asked. Prints the seed, which repeats it. */
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz/run.ts'
import { isFlat } from './fuzz/memory.ts'

const { values } = parseArgs({
  options: { seed: { type: 'string' }, requests: { type: 'string', default: '200000' }, only: { type: 'string' } },
})
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed)
const only = values.only === undefined ? undefined : Number(values.only)
console.log(`seed ${seed}`)
try {
  const report = await fuzz({
    seed,
    requests: Number(values.requests),
    only,
    onProgress: (done, residentMb) => console.log(`${done} requests, ${residentMb.toFixed(0)} MB`),
  })
  const { requests, conversations, seconds, residentMb, answers } = report
  console.log(`${requests} requests in ${conversations} conversations in ${seconds.toFixed(1)} s: no fault.`)
  const kinds = [...answers].toSorted(([, a], [, b]) => b - a).map(([kind, count]) => `${kind}: ${count}`)
  console.log(`HTTP status and error code of the answers: ${kinds.join(', ')}`)
  if (only === undefined && !isFlat(residentMb))
    throw new Error(`The server's memory grows: ${residentMb.map(Math.round).join(', ')} MB`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
