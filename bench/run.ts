/**
 * `npm run bench`: GetBills beside a bare handler, interleaved in one run, then latency, memory, start and import.
 * `npm run bench -- --full` adds ten million orders and a cold file (some ten minutes and 5 GB). Prints Markdown.
 */
import { execFileSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sqliteFile } from '../packages/server/src/store/dialect/sqlite/database.ts'
import { customersOf, importInto, shopOf } from './data.ts'
import { dropFromCache, memoryOf, pinning, runLoad, startBillkeep, startReference, type Server } from './processes.ts'
import { median, percentile } from './statistics.ts'

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    orders: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
  },
})
const rounds = Number(options.rounds)
const seconds = Number(options.seconds)
const connections = 32
const imported = 300_000
const starts = 7
const cold = 2_000

interface Pair {
  readonly ours: number
  readonly reference: number
  readonly ratio: number
}

function print(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`)
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en')
}

function ms(latencies: readonly number[], share: number): string {
  return percentile(latencies, share).toFixed(2)
}

async function saturate(server: Server, orders: number, seed: number): Promise<number> {
  const { callsPerSecond } = await runLoad({
    port: server.port,
    seconds,
    connections,
    customers: customersOf(orders),
    seed,
  })
  return callsPerSecond
}

/** Ours and the reference in turn; of each round the ratio, so that a slow moment of the machine meets both. */
async function compare(ours: Server, reference: Server, orders: number): Promise<Pair> {
  await saturate(ours, orders, 0)
  await saturate(reference, orders, 0)
  const pairs: Pair[] = []
  for (let round = 1; round <= rounds; round += 1) {
    const pair = { ours: await saturate(ours, orders, round), reference: await saturate(reference, orders, round) }
    pairs.push({ ...pair, ratio: pair.ours / pair.reference })
  }
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    reference: median(pairs.map((pair) => pair.reference)),
    ratio: median(pairs.map((pair) => pair.ratio)),
  }
}

async function meanAnswer(server: Server, orders: number): Promise<number> {
  const sizes: number[] = []
  for (let seed = 0; seed < 20; seed += 1) {
    const load = {
      port: server.port,
      seconds: 0.01,
      connections: 1,
      customers: customersOf(orders),
      seed: seed + 1_000,
    }
    sizes.push((await runLoad(load)).bodyBytes)
  }
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / sizes.length)
}

async function getBills(orders: number): Promise<Pair> {
  const ours = await startBillkeep(await shopOf(orders))
  const reference = await startReference(await meanAnswer(ours, orders))
  const pair = await compare(ours, reference, orders)
  const half = { connections, seconds: seconds * 3, customers: customersOf(orders), seed: 99, rate: pair.ours / 2 }
  const ourLatencies = (await runLoad({ ...half, port: ours.port })).latenciesMs
  const referenceLatencies = (await runLoad({ ...half, port: reference.port })).latenciesMs
  const memory = memoryOf(ours.pid)
  await ours.stop()
  await reference.stop()
  print(
    `| GetBills, ${count(orders)} orders | ${count(pair.ours)} calls/s | ${count(pair.reference)} calls/s | **${pair.ratio.toFixed(2)}** |`,
    `| p50 / p99 at half that load | ${ms(ourLatencies, 0.5)} / ${ms(ourLatencies, 0.99)} ms | ${ms(referenceLatencies, 0.5)} / ${ms(referenceLatencies, 0.99)} ms | |`,
    `| memory after that, without mapped files | ${count(memory.anonymousMb)} MB (${count(memory.residentMb)} MB resident) | | |`,
  )
  return pair
}

async function startUp(orders: number): Promise<void> {
  const dataDir = await shopOf(orders)
  const times = { ours: [] as number[], reference: [] as number[] }
  for (let round = 0; round < starts; round += 1) {
    const ours = await startBillkeep(dataDir)
    times.ours.push(ours.startMs)
    await ours.stop()
    const reference = await startReference(500)
    times.reference.push(reference.startMs)
    await reference.stop()
  }
  const [ours, reference] = [median(times.ours), median(times.reference)]
  print(`| start, until it listens | ${count(ours)} ms | ${count(reference)} ms | ${(ours / reference).toFixed(2)} |`)
}

async function imports(): Promise<void> {
  const dataDir = join(import.meta.dirname, '.cache', 'import')
  rmSync(dataDir, { recursive: true, force: true })
  const taken = await importInto(dataDir, imported)
  rmSync(dataDir, { recursive: true, force: true })
  print(`| import of ${count(imported)} orders | ${count(imported / taken)} orders/s | | |`)
}

/** One caller and a file of which the system keeps nothing in memory. */
async function coldFile(orders: number): Promise<void> {
  const dataDir = await shopOf(orders)
  if (!dropFromCache(sqliteFile(dataDir))) return print('| cold file | not possible on this machine | | |')
  const ours = await startBillkeep(dataDir)
  const start = performance.now()
  const load = { port: ours.port, connections, customers: customersOf(orders), seed: 7 }
  const { latenciesMs } = await runLoad({ ...load, seconds: cold / 1_000 })
  const rate = latenciesMs.length / ((performance.now() - start) / 1_000)
  await ours.stop()
  print(
    `| GetBills, ${count(orders)} orders, cold file | ${count(rate)} calls/s in the first ${cold / 1_000} s, p99 ${percentile(latenciesMs, 0.99).toFixed(1)} ms | | |`,
  )
}

const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
  encoding: 'utf8',
  cwd: import.meta.dirname,
}).trim()
print(
  `Commit ${commit}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${pinning};`,
  `medians of ${rounds} interleaved rounds of ${seconds} s, ${connections} connections.`,
  '',
  '| what | Billkeep | bare node:http | ratio |',
  '| --- | --- | --- | --- |',
)
const large = options.full ? 10_000_000 : Number(options.orders)
const small = await getBills(10_000)
const middle = options.full ? await getBills(Number(options.orders)) : small
const most = await getBills(large)
print(
  `| loss from 10,000 to ${count(large)} orders, by the ratios | ${((1 - most.ratio / small.ratio) * 100).toFixed(1)} % | | |`,
)
if (options.full) {
  print(
    `| loss from 10,000 to ${count(Number(options.orders))} orders | ${((1 - middle.ratio / small.ratio) * 100).toFixed(1)} % | | |`,
  )
  await coldFile(large)
}
await startUp(Number(options.orders))
await imports()
