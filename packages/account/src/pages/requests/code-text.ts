import { errors } from '@billkeep/wire/errors.ts'
import type { RowOf } from '../../api/use-pages.ts'

const textsByCode = new Map(Object.values(errors).map(({ code, text }): [string, string] => [String(code), text]))

/** As programs see it: `4 · Incorrect hash`; undefined: it was a success. */
export function codeText({ outcome, code }: RowOf<'listRequests'>): string | undefined {
  if (outcome === 'ok' || code === null) return undefined
  const text = textsByCode.get(code)
  return text === undefined ? code : `${code} · ${text}`
}
