/** From what a model sends to a call of an operation. */
import type { CallableOperation } from '../operations/define.ts'
import { mostLimit, type Tool, usualLimit } from './tools.ts'

/** As a program would have called it over HTTP. */
export interface OperationCall {
  readonly operation: CallableOperation
  /** What stands where the operation's path has names. */
  readonly path: Readonly<Record<string, string>>
  /** Without `?`. */
  readonly query: string
  /** JSON; undefined: none. */
  readonly body: string | undefined
  readonly idempotencyKey: string | undefined
}

/** Gives the JSON that the operation answers; throws Problem. */
export type Ask = (call: OperationCall) => Promise<string>

type Arguments = Readonly<Record<string, unknown>>

/** What is unknown or wrong in them is for the operation to say. */
export function callOf({ operation, isWrite }: Tool, given: Arguments): OperationCall {
  const { path, query, body } = operation.input
  const { idempotency_key: key, ...rest } = isWrite ? given : { ...given, idempotency_key: undefined }
  const inPath = namesOf(path)
  const others = entriesOf(rest).filter(([name]) => !inPath.includes(name))
  const inQuery = body === undefined ? others : others.filter(([name]) => namesOf(query).includes(name))
  const inBody = others.filter((entry) => !inQuery.includes(entry))
  const hasLimit = namesOf(query).includes('limit') && given['limit'] === undefined
  return {
    operation,
    path: Object.fromEntries(
      entriesOf(rest).flatMap(([name, value]) => (inPath.includes(name) ? [[name, textOf(value)]] : [])),
    ),
    query: queryOf([...inQuery.map(withinLimit), ...(hasLimit ? ([['limit', usualLimit]] as const) : [])]),
    body: body === undefined ? undefined : JSON.stringify(Object.fromEntries(inBody)),
    idempotencyKey: key === undefined ? undefined : textOf(key),
  }
}

/** Of a longer list the model gets a page, and `next_cursor` for the next. */
function withinLimit([name, value]: readonly [string, unknown]): readonly [string, unknown] {
  return [name, name === 'limit' && typeof value === 'number' ? Math.min(value, mostLimit) : value]
}

function namesOf(schema: { readonly shape: object } | undefined): readonly string[] {
  return Object.keys(schema?.shape ?? {})
}

/** Models send null for what they leave out; where it means something, it is in a body and stays. */
function entriesOf(given: Arguments): readonly (readonly [string, unknown])[] {
  return Object.entries(given).filter(([, value]) => value !== undefined)
}

function queryOf(entries: readonly (readonly [string, unknown])[]): string {
  const params = new URLSearchParams()
  for (const [name, value] of entries) {
    if (value === null) continue
    for (const each of Array.isArray(value) ? value : [value]) params.append(name, textOf(each))
  }
  return params.toString()
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}
