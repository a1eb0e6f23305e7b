/** Finds the operation that a path and method mean. */
import type { CallableOperation } from '../../operations/define.ts'
import { Problem } from '../../operations/problems.ts'
import { operations } from '../../operations/registry.ts'

export interface Route {
  readonly operation: CallableOperation
  /** What stands where the operation's path has names, decoded. */
  readonly path: Readonly<Record<string, string>>
  /** Without `?`. */
  readonly query: string
}

interface Entry {
  readonly operation: CallableOperation
  /** A name in braces is a value's place. */
  readonly segments: readonly string[]
}

const entries: readonly Entry[] = Object.values<CallableOperation>(operations).map((operation) => ({
  operation,
  segments: segmentsOf(operation.at),
}))

const filePaths = entries.filter(({ operation }) => operation.takesFile).map(({ operation: { at } }) => `/v1${at}`)

/** Whether an operation there takes a file, which is not to be read before it is known who sends it. */
export function takesFile(method: string | undefined, target: string): boolean {
  return method === 'POST' && filePaths.some((path) => target === path || target.startsWith(`${path}?`))
}

/** `target` begins after `/v1`. Throws Problem `unknownPath` and `methodNotAllowed`. */
export function routeOf(method: string, target: string): Route {
  const [path = '', ...query] = target.split('?')
  const segments = segmentsOf(path)
  const matching = entries.flatMap(({ operation, segments: pattern }) => {
    const values = valuesIn(segments, pattern)
    return values === undefined ? [] : [{ operation, path: values }]
  })
  // A word that is written out goes before a name in braces.
  const [first] = matching.toSorted((a, b) => Object.keys(a.path).length - Object.keys(b.path).length)
  if (first === undefined)
    throw new Problem('unknownPath', { detail: `There is no /v1${path}. All that there is stands at /v1/docs.` })
  const wanted = method === 'HEAD' ? 'GET' : method
  const same = matching.filter(({ operation }) => operation.at === first.operation.at)
  const found = same.find(({ operation }) => operation.method === wanted)
  if (found !== undefined) return { ...found, query: query.join('?') }
  const allow = same.map(({ operation }) => operation.method).join(', ')
  throw new Problem('methodNotAllowed', { detail: `/v1${path} takes ${allow}.`, headers: { allow } })
}

/** One slash at the end is accepted. */
function segmentsOf(path: string): readonly string[] {
  return path.replace(/^\//, '').replace(/\/$/, '').split('/')
}

function valuesIn(segments: readonly string[], pattern: readonly string[]): Record<string, string> | undefined {
  if (segments.length !== pattern.length) return undefined
  const values: Record<string, string> = {}
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? ''
    const name = nameIn(part)
    if (name === undefined && part !== segment) return undefined
    if (name !== undefined) values[name] = decoded(segment)
  }
  return values
}

function nameIn(part: string): string | undefined {
  return part.startsWith('{') ? part.slice(1, -1) : undefined
}

/** What is not percent-encoded UTF-8 stays as it is, and is then not found. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
