/**
 * `npm run bench`: everything that is promised about speed, each beside a reference in the same run. Prints Markdown.
 * `--only create-order,imports` measures these; `--full` adds ten million orders and a cold file (some ten minutes, 5 GB), on PostgreSQL too (as long again, 40 GB).
 */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { besideWrites } from './measures/beside-writes.ts'
import { createOrder } from './measures/create-order.ts'
import { deliveries } from './measures/deliveries.ts'
import { getBills } from './measures/get-bills.ts'
import { imports } from './measures/imports.ts'
import { longList } from './measures/long-list.ts'
import { connections, type Measure } from './measures/measure.ts'
import { ordersPage } from './measures/orders-page.ts'
import { overload } from './measures/overload.ts'
import { postgres } from './measures/postgres.ts'
import { start } from './measures/start.ts'
import { v1 } from './measures/v1.ts'
import { pinning } from './processes.ts'
import { print } from './table.ts'

const measures: Readonly<Record<string, Measure>> = {
  'get-bills': getBills,
  'create-order': createOrder,
  'beside-writes': besideWrites,
  'long-list': longList,
  'orders-page': ordersPage,
  v1,
  overload,
  deliveries,
  start,
  imports,
  postgres,
}

const { values: options } = parseArgs({
  options: {
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: Object.keys(measures).join() },
    orders: { type: 'string', default: '1000000' },
    rounds: { type: 'string', default: '7' },
    seconds: { type: 'string', default: '2' },
  },
})
const { full } = options
const settings = {
  full,
  orders: Number(options.orders),
  rounds: Number(options.rounds),
  seconds: Number(options.seconds),
}
const names = options.only.split(',')
for (const name of names) {
  if (name in measures) continue
  process.stderr.write(`There is no measurement ${name}; there are ${Object.keys(measures).join(', ')}.\n`)
  process.exit(2)
}

const describe = ['describe', '--always', '--dirty']
const commit = execFileSync('git', describe, { encoding: 'utf8', cwd: import.meta.dirname }).trim()
print(
  `Commit ${commit}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${pinning};`,
  `medians of ${settings.rounds} rounds of ${settings.seconds} s in turn, ${connections} connections.`,
  '',
  '| what | Billkeep | reference | ratio |',
  '| --- | --- | --- | --- |',
)
for (const name of names) await measures[name]?.(settings)
