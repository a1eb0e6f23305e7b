/** A step of a sequence: does the same to the shop and its model, and compares what it touched. */
import type fc from 'fast-check'
import type { RealShop } from './real.ts'
import type { ModelShop } from './shop.ts'

export type Step = fc.AsyncCommand<ModelShop, RealShop>

/** `given` stands beside the name in the message of a failure. */
export function step(name: string, given: unknown, run: (model: ModelShop, real: RealShop) => Promise<void>): Step {
  return { check: () => true, run, toString: () => `${name} ${JSON.stringify(given)}` }
}

/** Makes it come up so many times as often as others. */
export function often(times: number, steps: fc.Arbitrary<Step>): readonly fc.Arbitrary<Step>[] {
  return Array.from({ length: times }, () => steps)
}

/**
 * Which order a step is about: the latest of those that are not deleted, or so many before it; `deleted`; or a text that is
 * no order's number.
 */
export type Which = number | string

export function numberOf({ orders, visible }: ModelShop, which: Which): string {
  if (which === 'deleted') {
    return String([...orders.values()].find(({ isDeleted }) => isDeleted)?.order.number ?? 0)
  }
  if (typeof which === 'string') return which
  return String(visible.at(-1 - (which % Math.max(1, visible.length)))?.number ?? 1)
}
