/** What zod finds wrong, as fields at fault with words for people. */
import type { z } from 'zod'
import type { FieldFault } from './problems.ts'

/** Every field at fault; none where the value fits. */
export function faultsIn(part: FieldFault['in'], error: z.ZodError | undefined): readonly FieldFault[] {
  return (error?.issues ?? []).flatMap((issue) => {
    if (issue.code === 'custom' && issue.params?.['isSentence'] === true) {
      return [{ in: part, field: fieldOf(issue.path), detail: issue.message }]
    }
    if (issue.code !== 'unrecognized_keys') return [faultAt(part, issue.path, issue.message)]
    return issue.keys.map((key) => faultAt(part, [...issue.path, key], 'is not known here'))
  })
}

function faultAt(part: FieldFault['in'], path: readonly PropertyKey[], message: string): FieldFault {
  const field = fieldOf(path)
  return { in: part, field, detail: `${field === '' ? `The ${part}` : `«${field}»`} ${message}.` }
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.')
}

/** Goes to zod with each value: ends of sentences that begin with the field's name. Schemas may have words of their own. */
export const wording: z.core.$ZodErrorMap = (issue) => {
  if (issue.input === undefined) return 'is missing'
  if (issue.code === 'invalid_type') return `must be ${typeWords[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_format') return formatWords[issue.format] ?? 'is not written as it should be'
  if (issue.code === 'invalid_value') return `must be ${wordsOf(issue.values.map((value) => JSON.stringify(value)))}`
  if (issue.code === 'too_small') return `must ${quantity(issue.origin, `at least ${issue.minimum}`)}`
  if (issue.code === 'too_big') return `must ${quantity(issue.origin, `at most ${issue.maximum}`)}`
  return undefined
}

function wordsOf(values: readonly string[]): string {
  return values.length === 1 ? values.join('') : `one of ${values.join(', ')}`
}

function quantity(origin: string, bound: string): string {
  if (origin === 'string') return `have ${bound} characters`
  return origin === 'array' ? `have ${bound} entries` : `be ${bound}`
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  object: 'an object',
  array: 'a list',
  record: 'an object',
}

const formatWords: Readonly<Record<string, string>> = {
  datetime: 'must be a time like 2026-01-31T18:00:00Z',
  date: 'must be a day like 2026-01-31',
  safeint: 'must be a whole number',
}
