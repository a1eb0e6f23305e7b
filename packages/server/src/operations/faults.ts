/** What zod finds wrong, as fields at fault with words for people. */
import type { z } from 'zod'
import type { FieldFault } from './problems.ts'

/** Every field at fault; none where the value fits. */
export function faultsIn(part: FieldFault['in'], error: z.ZodError | undefined): readonly FieldFault[] {
  const issues = error?.issues ?? []
  return issues
    .filter((issue) => !isImplied(issue, issues))
    .flatMap((issue) => {
      if (issue.code === 'custom' && issue.params?.['isSentence'] === true) {
        return [{ in: part, field: fieldOf(part, issue.path), detail: issue.message }]
      }
      if (issue.code === 'invalid_key') {
        // The name is at fault, which a field could be called by only if it were none.
        return [faultAt(part, issue.path.slice(0, -1), issue.issues[0]?.message ?? issue.message)]
      }
      if (issue.code !== 'unrecognized_keys') return [faultAt(part, issue.path, issue.message)]
      return issue.keys.map((key) => faultAt(part, [...issue.path, key], 'is not known here'))
    })
}

/** That a number is above all that are exact: where it may not even come near them, that is said as well. */
function isImplied(issue: z.core.$ZodIssue, all: readonly z.core.$ZodIssue[]): boolean {
  if (issue.code !== 'too_big' || issue.maximum !== Number.MAX_SAFE_INTEGER) return false
  const place = issue.path.join('.')
  return all.some((other) => other !== issue && other.code === 'too_big' && other.path.join('.') === place)
}

function faultAt(part: FieldFault['in'], path: readonly PropertyKey[], message: string): FieldFault {
  const field = fieldOf(part, path)
  return { in: part, field, detail: `${field === '' ? `The ${part}` : `«${field}»`} ${message}.` }
}

/** In a query a list has no places: the same name comes several times. */
function fieldOf(part: FieldFault['in'], path: readonly PropertyKey[]): string {
  const names = part === 'query' ? path.slice(0, 1) : path
  return names.map(String).join('.')
}

/** For a query, whose values are texts, and lists only where a name was given more than once. */
export const queryWording: z.core.$ZodErrorMap = (issue) => {
  const isTwice = Array.isArray(issue.input) && (issue.code === 'invalid_type' || issue.code === 'invalid_value')
  return isTwice ? 'can be given once only' : wording(issue)
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
  if (origin === 'string') return `have ${bound} ${bound.endsWith(' 1') ? 'character' : 'characters'}`
  return origin === 'array' ? `have ${bound} ${bound.endsWith(' 1') ? 'entry' : 'entries'}` : `be ${bound}`
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
