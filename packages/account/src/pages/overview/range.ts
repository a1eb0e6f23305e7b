/** The days that are looked at, as the address has them: `?days=7`, or `?from=…&until=…`, or neither for the usual. */
import type { Address } from '../../parts/use-address.ts'

export const ranges = [7, 30, 90, 365] as const
export const usualDays = 30

interface Range {
  /** Like `2026-01-31`. */
  readonly from: string
  /** Included; '' for today. */
  readonly until: string
}

export function rangeIn({ get }: Pick<Address, 'get'>): Range {
  if (isFree({ get })) return { from: get('from'), until: get('until') }
  const days = Number(get('days'))
  return { from: dayBefore((Number.isInteger(days) && days > 0 ? days : usualDays) - 1), until: '' }
}

/** Whether somebody chose the days themselves. */
export function isFree({ get }: Pick<Address, 'get'>): boolean {
  return get('from') !== '' || get('until') !== ''
}

export function dayBefore(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)
}
