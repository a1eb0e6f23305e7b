/** How a Zap says that a step is one that was tried before: Zapier repeats steps, and does not say so itself. */
import type { Bundle, PlainInputField, ZObject } from 'zapier-platform-core'
import { textOf } from './text-of.ts'

/** `what` it is to be done once for, with an example. */
export function repeatKey(what: string): PlainInputField {
  return {
    key: 'repeat_key',
    label: 'Repeat Key',
    type: 'string',
    required: false,
    helpText: `Something that is another for each ${what}: when Zapier repeats the step with it within a day, nothing is done twice.`,
  }
}

/** `action` is what is done: several steps of a Zap may be given the same key, the ID of the row that it started with. */
export function repeatHeaders(z: ZObject, { inputData }: Bundle, action: string): Readonly<Record<string, string>> {
  const key = textOf(inputData['repeat_key'])
  return key === '' ? {} : { 'idempotency-key': headerOf(z, `${action} ${key}`) }
}

/** What people take for it may be of any alphabet, and longer than a header takes. */
function headerOf(z: ZObject, key: string): string {
  const encoded = encodeURIComponent(key)
  return encoded.length <= 255 ? encoded : z.hash('sha256', key)
}
