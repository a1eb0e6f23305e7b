/** The problems that an operation may answer with, as responses: one a status, each kept once among the components. */
import { type ProblemKind, type ProblemName, problems } from '../../operations/problems.ts'
import { type DescribedOperation, isWrite } from './described-operation.ts'
import type { JsonSchema } from './json-schema.ts'
import type { Reference } from './parameters.ts'
import { type Header, problemHeadersOf } from './response-headers.ts'

export interface Response {
  readonly description: string
  readonly headers: Readonly<Record<string, Header | Reference>>
  readonly content?: Readonly<Record<string, MediaType>>
}

export interface MediaType {
  readonly schema: JsonSchema
  readonly example?: unknown
  readonly examples?: Readonly<Record<string, Reference>>
}

export const problemNames: readonly ProblemName[] = Object.keys(problems).filter(
  (name): name is ProblemName => name in problems,
)

/** By status, ascending: those that it declares, and those that any such call may end with. */
function problemsOf(operation: DescribedOperation): readonly ProblemName[] {
  const { method, problems: own } = operation
  // One that takes none refuses what is sent all the same.
  const readsBody = method === 'POST' || method === 'PATCH'
  return problemNames
    .filter((name) => {
      const { concerns }: ProblemKind = problems[name]
      if (own.includes(name) || concerns === 'all') return true
      return (concerns === 'bodies' && readsBody) || (concerns === 'writes' && isWrite(operation))
    })
    .toSorted((a, b) => problems[a].status - problems[b].status)
}

export function problemResponsesOf(operation: DescribedOperation): Record<string, Reference> {
  const entries = byStatus(operation).map((names) => [statusOf(names), referenceTo(names)] as const)
  return Object.fromEntries(entries)
}

/** All that `problemResponsesOf` refers to. */
export function sharedResponses(operations: readonly DescribedOperation[]): Record<string, Response> {
  const entries = operations.flatMap(byStatus).map((names) => [nameOf(names), responseOf(names)] as const)
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

type Names = readonly ProblemName[]

function byStatus(operation: DescribedOperation): readonly Names[] {
  const groups = Map.groupBy(problemsOf(operation), (name) => problems[name].status)
  return [...groups.values()]
}

function statusOf([name]: Names): number {
  return name === undefined ? 500 : problems[name].status
}

function referenceTo(names: Names): Reference {
  return { $ref: `#/components/responses/${nameOf(names)}` }
}

/** `NotFound`, `ConflictOrWrongState`. */
function nameOf(names: Names): string {
  return names.map((name) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)}`).join('Or')
}

function responseOf(names: Names): Response {
  return {
    description: names.map((name) => `**${problems[name].title}.** ${problems[name].meaning}`).join('\n\n'),
    headers: problemHeadersOf(statusOf(names)),
    content: {
      'application/problem+json': {
        schema: { $ref: '#/components/schemas/Problem' },
        examples: Object.fromEntries(
          names.map((name) => [problems[name].slug, { $ref: `#/components/examples/${problems[name].slug}` }]),
        ),
      },
    },
  }
}
