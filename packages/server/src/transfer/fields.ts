/**
 * Reads the fields of an object that came from outside; each reader throws FieldError naming the field and what it
 * should be. Plain functions, as a million lines go through them: 4 µs an order, where a schema took 10 µs.
 */
import { parseInstant } from '../rules/instant.ts'
import { parseMoney } from '../rules/money.ts'

export class FieldError extends Error {
  override readonly name = 'FieldError'
}

export type Fields = Readonly<Record<string, unknown>>

const longestText = 10_000
const most = 1_000

/**
 * @param known The names that it may have; undefined: any.
 * @param path Where the object stands, with a dot behind it; '' for the line itself.
 */
export function readFields(value: unknown, known: ReadonlySet<string> | undefined, path: string): Fields {
  if (!isObject(value))
    throw new FieldError(path === '' ? 'is not an object' : `${path.slice(0, -1)} must be an object`)
  for (const name in value) if (known?.has(name) === false) throw new FieldError(`unknown field ${path}${name}`)
  return value
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** At most 10,000 characters; left out: `''`. */
export function readText(fields: Fields, name: string, path: string): string {
  const value = fields[name]
  if (value === undefined) return ''
  if (typeof value !== 'string') throw new FieldError(`${path}${name} must be a text`)
  if (value.length > longestText) throw new FieldError(`${path}${name} has more than 10,000 characters`)
  if (value.includes('\0')) throw new FieldError(`${path}${name} has a NUL character in it`)
  // Written into JSON again, it would have PHP refuse all of the answer.
  if (!value.isWellFormed()) throw new FieldError(`${path}${name} has half of a pair of surrogates in it`)
  return value
}

/** Not left out and not empty. */
export function readRequiredText(fields: Fields, name: string, path: string): string {
  const value = readText(fields, name, path)
  if (value === '') throw new FieldError(`${path}${name} is missing`)
  return value
}

/** A digit less than the APIs take: the shop goes on counting from there, and what comes then must be found by its number, too. */
const largestNumber = 99_999_999_999_999

/** 1, 2, 3 … */
export function readNumber(fields: Fields, name: string, path: string): number {
  const value = fields[name]
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= largestNumber) return value
  throw new FieldError(
    value === undefined
      ? `${path}${name} is missing`
      : `${path}${name} must be a whole number from 1, of at most 14 digits`,
  )
}

/** In minor units. */
export function readMoney(fields: Fields, name: string, path: string): number {
  const value = fields[name]
  const minor = typeof value === 'string' ? parseMoney(value) : undefined
  if (minor === undefined) throw new FieldError(`${path}${name} must be a sum in quotes like "1500.00"`)
  return minor
}

/** In Unix milliseconds. */
export function readInstant(fields: Fields, name: string, path: string): number {
  const value = fields[name]
  const instant = typeof value === 'string' || typeof value === 'number' ? parseInstant(value) : undefined
  if (instant === undefined) {
    throw new FieldError(`${path}${name} must be a time with zone like "2026-01-31T18:00:00Z", or Unix seconds`)
  }
  return instant
}

/** Left out: false. */
export function readFlag(fields: Fields, name: string, path: string): boolean {
  const value = fields[name] ?? false
  if (typeof value !== 'boolean') throw new FieldError(`${path}${name} must be true or false`)
  return value
}

/** One to a thousand entries. */
export function readList<Entry>(
  fields: Fields,
  name: string,
  read: (value: unknown, path: string) => Entry,
): readonly Entry[] {
  const value = fields[name]
  if (!Array.isArray(value)) throw new FieldError(`${name} must be a list`)
  if (value.length === 0 || value.length > most) throw new FieldError(`${name} must have 1 to 1,000 entries`)
  return value.map((entry: unknown, index) => read(entry, `${name}[${index}].`))
}

/** Up to a thousand entries; left out: none. */
export function readOptionalList<Entry>(
  fields: Fields,
  name: string,
  path: string,
  read: (value: unknown, path: string) => Entry,
): readonly Entry[] {
  const value = fields[name] ?? []
  if (!Array.isArray(value)) throw new FieldError(`${path}${name} must be a list`)
  if (value.length > most) throw new FieldError(`${path}${name} must have at most 1,000 entries`)
  return value.map((entry: unknown, index) => read(entry, `${path}${name}[${index}].`))
}
