/** From what an order and a call cost to machines and money. Pure, so that anybody's own figures can be put in. */
import { randomFrom } from '../data.ts'

/** Of one order or call, as measured. */
export interface Cost {
  /** On disk, with indexes, once. */
  readonly bytesPerOrder: number
  /** Of these, what goes when its notifications are no longer kept, and when the content of its events is not. */
  readonly bytesOfDeliveries: number
  readonly bytesOfContents: number
  /** Seconds of a core of the database. */
  readonly databasePerOrder: number
  readonly databasePerLookUp: number
  /** Seconds of a core of Billkeep. */
  readonly nodePerOrder: number
  readonly nodePerLookUp: number
}

export interface Assumptions {
  /** For how long orders have been coming in evenly. */
  readonly years: number
  /** As `billkeep serve` has them; Infinity: for ever. */
  readonly keepEventsDays: number
  readonly keepDeliveriesDays: number
  /** The busiest second beside the mean one. */
  readonly peak: number
  readonly lookUpsPerOrder: number
  /** How unlike shops are: the shop of rank r has a share of r^-skew. */
  readonly skew: number
  /** The primary and its standbys. */
  readonly copies: number
  readonly machine: { readonly cores: number; readonly terabytes: number; readonly price: number }
  readonly node: { readonly cores: number; readonly price: number }
  /** What may be used of a disk and of a core in the busiest second. */
  readonly fill: number
}

export interface Growth {
  readonly terabytes: number
  readonly ordersPerSecond: number
  readonly lookUpsPerSecond: number
  /** Cores, in the busiest second. */
  readonly databaseCores: number
  readonly nodeCores: number
  /** Machines with the data once; with their standbys it is `copies` times as many. */
  readonly primaries: number
  readonly shards: number
  /** Of the largest shop, which cannot be parted. */
  readonly largestShopTerabytes: number
  /** The fullest machine beside the mean. */
  readonly imbalance: number
  readonly nodes: number
  readonly price: number
}

const daysPerYear = 365.25
const secondsPerYear = daysPerYear * 86_400
const bytesPerTerabyte = 1e12
/** So many that the fullest machine is close to the mean, and so few that planning stays quick. */
const shardsPerMachine = 32

export function growthOf(shops: number, orders: number, cost: Cost, assumptions: Assumptions): Growth {
  const { years, peak, lookUpsPerOrder, machine, node, fill, copies } = assumptions
  const ordersPerSecond = (orders / (years * secondsPerYear)) * peak
  const lookUpsPerSecond = ordersPerSecond * lookUpsPerOrder
  const terabytes = (orders * bytesKept(cost, assumptions)) / bytesPerTerabyte
  const databaseCores = ordersPerSecond * cost.databasePerOrder + lookUpsPerSecond * cost.databasePerLookUp
  const nodeCores = ordersPerSecond * cost.nodePerOrder + lookUpsPerSecond * cost.nodePerLookUp
  const shares = sharesOf(shops, assumptions.skew)
  // What a machine can take, as a share of all.
  const room = Math.min((machine.terabytes * fill) / terabytes, (machine.cores * fill) / databaseCores)
  const spread = spreadOver(shares, room)
  // Two, so that one may be away.
  const nodes = Math.max(2, Math.ceil(nodeCores / (node.cores * fill)))
  return {
    terabytes,
    ordersPerSecond,
    lookUpsPerSecond,
    databaseCores,
    nodeCores,
    ...spread,
    largestShopTerabytes: (shares[0] ?? 0) * terabytes,
    nodes,
    price: spread.primaries * copies * machine.price + nodes * node.price,
  }
}

/** Of an order, in the mean of those of all years. */
function bytesKept(cost: Cost, { years, keepEventsDays, keepDeliveriesDays }: Assumptions): number {
  const goneShare = (days: number): number => Math.max(0, 1 - days / (years * daysPerYear))
  const gone = cost.bytesOfDeliveries * goneShare(keepDeliveriesDays) + cost.bytesOfContents * goneShare(keepEventsDays)
  return cost.bytesPerOrder - gone
}

function sharesOf(shops: number, skew: number): Float64Array {
  const weights = Float64Array.from({ length: shops }, (_, rank) => (rank + 1) ** -skew)
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return weights.map((weight) => weight / sum)
}

/** The fewest machines on which no machine has more than `room`, by trying. */
function spreadOver(shares: Float64Array, room: number): Pick<Growth, 'primaries' | 'shards' | 'imbalance'> {
  const largest = shares[0] ?? 0
  if (largest > room) throw new RangeError('The largest shop does not fit on a machine.')
  for (let primaries = Math.max(1, Math.ceil(1 / room)); ; primaries += 1) {
    const shards = primaries === 1 ? 1 : primaries * shardsPerMachine
    const fullest = Math.max(...machinesOf(shards === 1 ? [1] : shardsOf(shares, shards), primaries))
    if (fullest <= room) return { primaries, shards, imbalance: fullest * primaries }
  }
}

/** A shop's shard is as good as random: the hash of its number. The same ones each time. */
function shardsOf(shares: Float64Array, count: number): readonly number[] {
  const random = randomFrom(7)
  const shards = Array.from({ length: count }, () => 0)
  for (const share of shares) {
    const shard = Math.floor(random() * count)
    shards[shard] = (shards[shard] ?? 0) + share
  }
  return shards
}

/** The largest shards first, each to the machine that has the least: about what a rebalancer by size comes to. */
function machinesOf(shards: readonly number[], count: number): readonly number[] {
  const machines = Array.from({ length: count }, () => 0)
  for (const shard of shards.toSorted((a, b) => b - a)) {
    const emptiest = machines.indexOf(Math.min(...machines))
    machines[emptiest] = (machines[emptiest] ?? 0) + shard
  }
  return machines
}
