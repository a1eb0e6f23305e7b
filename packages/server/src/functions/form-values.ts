/** From a form's bytes to the values that a function's schema judges. */
import { type ByteString, textOf } from '@billkeep/wire/bytes.ts'
import type { FormTree } from '@billkeep/wire/form.ts'

/**
 * Text, a subtree in the order in which it was sent, or `null` for bytes that spell no text: no schema takes `null`, so
 * that such a parameter is faulty in its turn like any other.
 */
export type FormValue = string | null | FormValues
export type FormValues = ReadonlyMap<string, FormValue>

/** The values of the named parameters, which are ASCII; what else was sent is left alone. */
export function valuesOf(form: FormTree, parameters: readonly string[]): Record<string, FormValue> {
  const values: Record<string, FormValue> = {}
  for (const parameter of parameters) {
    const sent = form.get(parameter)
    if (sent !== undefined) values[parameter] = valueOf(sent)
  }
  return values
}

/** Whether anything was sent beside the proof of who is calling. */
export function hasParameters(form: FormTree): boolean {
  for (const name of form.keys()) if (name !== 'hash' && name !== 'rpsKey') return true
  return false
}

function valueOf(sent: ByteString | FormTree): FormValue {
  if (typeof sent === 'string') return cleanText(sent)
  const values = new Map<string, FormValue>()
  for (const [key, value] of sent) {
    const name = cleanText(key)
    if (name === null) return null
    values.set(name, valueOf(value))
  }
  return values
}

/** A NUL is text in UTF-8, but ends it in the databases and programs that the value may reach. */
function cleanText(bytes: ByteString): string | null {
  const text = textOf(bytes)
  return text === undefined || text.includes('\0') ? null : text
}
