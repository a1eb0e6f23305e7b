/** Addresses of API v1. */
import { BillkeepError } from './errors.ts'

/** A path, each value in it as one part of the path, whatever it has in it. */
export function at(parts: TemplateStringsArray, ...values: readonly (string | number)[]): string {
  return parts.reduce((path, part, index) => `${path}${partOf(values[index - 1] ?? '')}${part}`)
}

/** Nothing and dots would make it the path of something else, encoded too. */
function partOf(value: string | number): string {
  if (!/^\.{0,2}$/.test(String(value))) return encodeURIComponent(value)
  throw new BillkeepError(`«${value}» names nothing.`)
}

/** `?name=value`, or '' where nothing is given. A list is its entries, each under the same name. */
export function queryOf(values: object): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    const entries: readonly unknown[] = Array.isArray(value) ? value : [value]
    for (const entry of entries) if (entry !== undefined && entry !== null) query.append(name, textOf(entry))
  }
  return query.size === 0 ? '' : `?${query.toString()}`
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value)
}
