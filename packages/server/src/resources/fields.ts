/** Fields that several resources of API v1 have: how numbers, money and times look in its JSON. */
import { z } from 'zod'

/** Numbers that a shop gives, each once. */
export const number = z.int().min(1).max(999_999_999_999_999)

/** What says that a number is in minor units: what people see of it elsewhere can be derived from that. */
export const minorUnits = { 'x-unit': 'minor' }

/** In minor units of the shop's currency, which are hundredths of it: 150000 is 1500.00. */
export const amount = z.int().min(0).meta(minorUnits)

/** With at most two decimals: 12.5 is an eighth. */
export const percent = z.number().min(0).max(100)

/** RFC 3339, UTC, with milliseconds. */
export const instant = z.iso.datetime({ precision: 3 })

export const currency = z
  .string()
  .regex(/^[A-Z]{3}$/)
  .meta({ title: 'Currency', description: "The shop's, as an ISO 4217 code." })

/** A day of the calendar, `2026-01-31`. */
export const day = z.iso.date().meta({ title: 'Day' })

/** Unix milliseconds → RFC 3339, UTC. */
export function instantOf(milliseconds: number): string {
  return new Date(milliseconds).toISOString()
}

export function instantOrNull(milliseconds: number | null): string | null {
  return milliseconds === null ? null : instantOf(milliseconds)
}
