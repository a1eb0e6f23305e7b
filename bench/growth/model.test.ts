import { expect, test } from 'vitest'
import { type Assumptions, type Cost, growthOf } from './model.ts'

const cost: Cost = {
  bytesPerOrder: 1_000,
  bytesOfDeliveries: 200,
  bytesOfContents: 400,
  databasePerOrder: 0.002,
  databasePerLookUp: 0.0001,
  nodePerOrder: 0.001,
  nodePerLookUp: 0.0002,
}

const assumptions: Assumptions = {
  years: 1,
  keepEventsDays: Infinity,
  keepDeliveriesDays: Infinity,
  peak: 10,
  lookUpsPerOrder: 20,
  skew: 0.5,
  copies: 2,
  machine: { cores: 10, terabytes: 1, price: 100 },
  node: { cores: 2, price: 10 },
  fill: 0.5,
}

test('a small installation is one machine with its standby, and two nodes', () => {
  expect(growthOf(10, 1_000_000, cost, assumptions)).toMatchObject({
    terabytes: 0.001,
    primaries: 1,
    shards: 1,
    imbalance: 1,
    nodes: 2,
    price: 220,
  })
})

test('what is no longer kept takes no room', () => {
  const terabytesOf = (changes: Partial<Assumptions>) =>
    growthOf(10, 1_000_000_000, cost, { ...assumptions, years: 4, ...changes }).terabytes
  expect(terabytesOf({})).toBe(1)
  expect(terabytesOf({ keepEventsDays: 365.25 })).toBeCloseTo(0.7, 10)
  expect(terabytesOf({ keepEventsDays: 365.25, keepDeliveriesDays: 365.25 / 2 })).toBeCloseTo(0.525, 10)
  // Orders are no older than the installation.
  expect(terabytesOf({ keepEventsDays: 10_000 })).toBe(1)
})

test('disks decide where there is much and little happens', () => {
  const { primaries, terabytes, imbalance } = growthOf(100_000, 10_000_000_000, cost, { ...assumptions, peak: 0.1 })
  expect(terabytes).toBe(10)
  expect(primaries).toBeGreaterThanOrEqual(20)
  expect(primaries).toBeLessThan(24)
  expect((imbalance * terabytes) / primaries).toBeLessThanOrEqual(0.5)
})

test('cores decide where much happens', () => {
  const { primaries, databaseCores, nodeCores, nodes } = growthOf(100_000, 1_000_000_000, cost, assumptions)
  // 317 orders and 6,338 look-ups a second.
  expect(databaseCores).toBeCloseTo(1.267, 2)
  expect(nodeCores).toBeCloseTo(1.584, 2)
  expect(nodes).toBe(2)
  // Two would have to be exactly even.
  expect(primaries).toBe(3)
  const busier = growthOf(100_000, 1_000_000_000, cost, { ...assumptions, peak: 1_000 })
  expect(busier.primaries).toBeGreaterThanOrEqual(26)
  expect(busier.nodes).toBe(159)
})

test('a shop that is larger than a machine is told of, as no shop can be parted', () => {
  expect(() => growthOf(2, 10_000_000_000, cost, assumptions)).toThrow('largest shop')
})
