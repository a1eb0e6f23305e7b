/**
 * `npm run growth`: what an order takes on a real PostgreSQL, and from that how many machines and how much money larger
 * installations take. Prints Markdown. Every assumption is an option: `npm run growth -- --peak 20 --machine-price 900`.
 */
import { execFileSync } from 'node:child_process'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { type Measured, measured } from './growth/measured.ts'
import { type Assumptions, growthOf } from './growth/model.ts'
import { count, print } from './table.ts'

const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '5000' },
    years: { type: 'string', default: '5' },
    'keep-events': { type: 'string', default: '400' },
    'keep-deliveries': { type: 'string', default: '90' },
    peak: { type: 'string', default: '10' },
    'look-ups': { type: 'string', default: '20' },
    skew: { type: 'string', default: '0.8' },
    copies: { type: 'string', default: '2' },
    fill: { type: 'string', default: '0.6' },
    'machine-cores': { type: 'string', default: '16' },
    'machine-terabytes': { type: 'string', default: '4' },
    'machine-price': { type: 'string', default: '400' },
    'node-cores': { type: 'string', default: '4' },
    'node-price': { type: 'string', default: '50' },
  },
})

const assumptions: Assumptions = {
  years: Number(options.years),
  keepEventsDays: daysIn(options['keep-events']),
  keepDeliveriesDays: daysIn(options['keep-deliveries']),
  peak: Number(options.peak),
  lookUpsPerOrder: Number(options['look-ups']),
  skew: Number(options.skew),
  copies: Number(options.copies),
  fill: Number(options.fill),
  machine: {
    cores: Number(options['machine-cores']),
    terabytes: Number(options['machine-terabytes']),
    price: Number(options['machine-price']),
  },
  node: { cores: Number(options['node-cores']), price: Number(options['node-price']) },
}

function daysIn(text: string): number {
  return text === 'forever' ? Infinity : Number(text)
}

const steps = [
  [1, 1_000_000],
  [100, 10_000_000],
  [1_000, 100_000_000],
  [10_000, 1_000_000_000],
  [100_000, 10_000_000_000],
] as const

const commit = execFileSync('git', ['describe', '--always', '--dirty'], {
  encoding: 'utf8',
  cwd: import.meta.dirname,
}).trim()
print(`Commit ${commit}, Node ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}.`)
const result = await measured(Number(options.orders))
printMeasured(result)
printGrowth(result)

function printMeasured({ orders, sizes, walBytesPerOrder, cost }: Measured): void {
  print('', `Of ${count(orders)} orders:`, '', '| bytes an order | table | indexes |', '| --- | --- | --- |')
  for (const { table, tableBytes, indexBytes } of sizes) {
    if ((tableBytes + indexBytes) / orders < 1) continue
    print(`| ${table} | ${count(tableBytes / orders)} | ${count(indexBytes / orders)} |`)
  }
  print(
    `| **all together** | **${count(cost.bytesPerOrder)}** | |`,
    `| of these gone with notifications that are no longer kept | ${count(cost.bytesOfDeliveries)} | |`,
    `| of these gone with contents that are no longer kept | ${count(cost.bytesOfContents)} | |`,
    `| log of changes (WAL) | ${count(walBytesPerOrder)} | |`,
    '',
    '| time of a core | database | Billkeep |',
    '| --- | --- | --- |',
    `| an order, with its payment and notifications | ${micros(cost.databasePerOrder)} | ${micros(cost.nodePerOrder)} |`,
    `| GetBills, alone in its round trip | ${micros(cost.databasePerLookUp)} | ${micros(cost.nodePerLookUp)} |`,
  )
}

function micros(seconds: number): string {
  return `${count(seconds * 1e6)} µs`
}

function printGrowth({ cost }: Measured): void {
  print(
    '',
    '| shops | orders | data, once | busiest second: orders, look-ups | cores: database, Billkeep | database machines | shards | largest shop | fullest beside mean | nodes | price a month |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  )
  for (const [shops, orders] of steps) {
    const growth = growthOf(shops, orders, cost, assumptions)
    const { primaries } = growth
    const cells = [
      count(shops),
      count(orders),
      terabytes(growth.terabytes),
      `${count(growth.ordersPerSecond)}, ${count(growth.lookUpsPerSecond)}`,
      `${growth.databaseCores.toFixed(1)}, ${growth.nodeCores.toFixed(1)}`,
      `${primaries * assumptions.copies} (${primaries} × ${assumptions.copies})`,
      growth.shards,
      terabytes(growth.largestShopTerabytes),
      growth.imbalance.toFixed(2),
      growth.nodes,
      count(growth.price),
    ]
    print(`| ${cells.join(' | ')} |`)
  }
}

function terabytes(value: number): string {
  return value < 1 ? `${count(value * 1_000)} GB` : `${value.toFixed(1)} TB`
}
