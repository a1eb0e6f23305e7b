/** The days that are looked at, as the address has them: `?days=7`, or `?from=…&until=…`, or neither for the usual. */
import { dayIn } from '../../parts/shop-time.ts'
import type { Address } from '../../parts/use-address.ts'

export const ranges = [7, 30, 90, 365] as const
const usualDays = 30

interface Range {
  /** Like `2026-01-31`. */
  readonly from: string
  /** Included; '' for today. */
  readonly until: string
}

/** Days are those of the shop. */
export function rangeIn({ get }: Pick<Address, 'get'>, timeZone: string): Range {
  if (isFree({ get })) return { from: get('from'), until: get('until') }
  return { from: dayIn(timeZone, daysIn({ get }) - 1), until: '' }
}

/** One of the ranges: what stands in the address may be anything. */
export function daysIn({ get }: Pick<Address, 'get'>): number {
  return ranges.find((days) => String(days) === get('days')) ?? usualDays
}

/** Whether somebody chose the days themselves. */
export function isFree({ get }: Pick<Address, 'get'>): boolean {
  return get('from') !== '' || get('until') !== ''
}
