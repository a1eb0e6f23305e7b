// Takes a client's plain data to a form, as PHP's `http_build_query` would read the same data (protocol section 3).

import { type ByteString, bytesOf } from './bytes.ts'
import { FormLimitError, formLimits, type FormTree } from './form.ts'

/** `null` and `undefined` are left out, a list keeping its other indices; booleans are `1` and `0`. */
export type PlainValue = string | number | bigint | boolean | null | undefined | PlainForm

/** A plain object puts integer-like keys first: where their order matters, pass a `Map`. */
export type PlainForm = PlainObject | PlainMap | readonly PlainValue[]
type PlainObject = { readonly [key: string]: PlainValue }
type PlainMap = ReadonlyMap<string | number, PlainValue>

/**
 * A form from plain data, text becoming UTF-8 bytes.
 * @throws FormLimitError for data nested deeper than a server takes (so also for a cycle).
 * @throws TypeError for what a form cannot hold: functions, symbols, dates, infinite numbers and their like.
 */
export function formFrom(data: PlainForm): FormTree {
  return formAt(0, data)
}

function formAt(depth: number, data: PlainForm): FormTree {
  if (depth > formLimits.maxDepth) throw new FormLimitError('maxDepth', formLimits)
  const form: FormTree = new Map()
  for (const [key, value] of entriesOf(data)) {
    if (value === null || value === undefined) continue
    form.set(bytesOf(String(key)), typeof value === 'object' ? formAt(depth + 1, value) : leafOf(value))
  }
  return form
}

function entriesOf(data: PlainForm): Iterable<readonly [string | number, PlainValue]> {
  if (isMap(data) || isList(data)) return data.entries()
  if (!isPlain(data)) throw new TypeError('A form takes plain objects, maps and lists, not instances of other classes.')
  return Object.entries(data)
}

function isMap(data: PlainForm): data is PlainMap {
  return data instanceof Map
}

function isList(data: PlainForm): data is readonly PlainValue[] {
  return Array.isArray(data)
}

/** Whether it was written as `{…}`, here or in another realm. A date, say, would vanish: it has no fields. */
function isPlain(data: PlainObject): boolean {
  const prototype: unknown = Object.getPrototypeOf(data)
  return prototype === null || Object.getPrototypeOf(prototype) === null
}

function leafOf(value: string | number | bigint | boolean): ByteString {
  if (typeof value === 'string') return bytesOf(value)
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number') return numberText(value)
  if (typeof value === 'bigint') return String(value)
  throw new TypeError(`A form cannot hold a ${typeof value}.`)
}

/**
 * Whole numbers in full, others as PHP writes them: with at most 14 digits (its setting `precision`), so that
 * 0.1 + 0.2 is `0.3`, and with an exponent from 10^14 up and below 10^-4. Where the 15th digit is an exact half, PHP
 * rounds to even and this upwards.
 */
function numberText(value: number): string {
  if (Number.isSafeInteger(value)) return String(value)
  if (!Number.isFinite(value)) throw new TypeError(`A form cannot hold ${value}.`)
  const [digits = '', exponent = ''] = value.toExponential(13).split('e')
  const isShort = Number(exponent) >= -4 && Number(exponent) < 14
  return isShort ? String(Number(value.toPrecision(14))) : `${digits.replace(/(?<=\.\d+)0+$/, '')}E${exponent}`
}
