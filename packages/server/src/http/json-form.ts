/** Reads a JSON body as API 2.0 may be sent one: an object of texts, numbers and flags (protocol section 2). */
import { type ByteString, bytesOf } from '@billkeep/wire/bytes.ts'
import { FormLimitError, formLimits, type FormTree } from '@billkeep/wire/form.ts'

/**
 * The form it stands for. Without an `rpsKey`, and of any other JSON, an empty one: the hash of API 1.0 is over an
 * urlencoded form. Throws FormLimitError.
 */
export function readJsonForm(body: Buffer): FormTree {
  const entries = entriesIn(body.toString('utf8'))
  if (entries.length > formLimits.maxPairs) throw new FormLimitError('maxPairs', formLimits)
  const form: FormTree = new Map()
  for (const [name, value] of entries) {
    const leaf = leafOf(value)
    if (leaf === undefined) return new Map()
    form.set(bytesOf(name), leaf)
  }
  return form.has('rpsKey') ? form : new Map()
}

function entriesIn(json: string): readonly (readonly [string, unknown])[] {
  try {
    const value: unknown = JSON.parse(json)
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
    return isObject ? Object.entries(value).filter(([, each]) => each !== null) : []
  } catch {
    return []
  }
}

/** Flags as PHP writes them; undefined for what is not flat. */
function leafOf(value: unknown): ByteString | undefined {
  if (typeof value === 'string') return bytesOf(value)
  if (typeof value === 'number') return String(value)
  return typeof value === 'boolean' ? String(Number(value)) : undefined
}
