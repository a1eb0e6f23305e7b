/** The shape of an operation of API v1: where it is, what goes in and out, what may go wrong, and the code between. */
import type { z } from 'zod'
import type { Scope } from '../rules/scope.ts'
import type { OperationContext } from './context.ts'
import { faultsIn, queryWording, wording } from './faults.ts'
import { Problem, type ProblemName } from './problems.ts'

/** An answer of any length, for exports: pieces that joined are the body, each cut between characters. */
export class TextStream {
  readonly contentType: string
  readonly pieces: AsyncIterable<string>
  /** What it is to be called where it is kept: ASCII, without quotes. */
  readonly fileName: string

  constructor(contentType: string, pieces: AsyncIterable<string>, fileName: string) {
    this.contentType = contentType
    this.pieces = pieces
    this.fileName = fileName
  }
}

/** What an operation takes; a part that is left out takes nothing. */
export interface Parts {
  /** The names in `{…}` of the path. */
  readonly path?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
}

type Part<Schema> = Schema extends z.ZodObject ? z.output<Schema> : unknown
type Sent<Schema> = Schema extends z.ZodObject ? z.input<Schema> : undefined

/** All parts as one value, so that `run` reads like a function; no name may be in two of them. */
export type InputOf<Given extends Parts> = Part<Given['path']> & Part<Given['query']> & Part<Given['body']>

export type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

export interface OperationDefinition<Given extends Parts, Output extends z.ZodType, Problems extends ProblemName> {
  /** A verb and a noun, in camelCase: `listOrders`. Never changes. */
  readonly name: string
  readonly title: string
  /** A sentence or two more, where the title leaves a question. */
  readonly description?: string
  readonly method: Method
  /** After `/v1`, with names in braces: `/orders/{number}`. */
  readonly at: string
  /** What a token must allow. */
  readonly scope: Scope
  /**
   * It changes nothing, and waits for somebody else's server: it runs outside of a transaction, and a call that is repeated
   * with its Idempotency-Key is done again.
   */
  readonly waits?: true
  /** What is sent. */
  readonly input: Given
  /** The status of success, where that is not 200. */
  readonly status?: 201 | 202 | 204
  /** `z.null()` where there is nothing to tell, with the status 204. */
  readonly output: Output
  /** Whether it takes a file (`context.file`) instead of JSON. It runs outside of a transaction, and makes its own. */
  readonly takesFile?: true
  /** Of a `TextStream`: the types that it may have. */
  readonly streams?: readonly string[]
  /** The problems of this operation's own; those that any may answer with are not listed. */
  readonly problems: readonly Problems[]
  readonly sample: {
    readonly path?: Sent<Given['path']>
    readonly query?: Sent<Given['query']>
    readonly body?: Sent<Given['body']>
    readonly output: z.input<Output>
  }
  run(
    context: OperationContext,
    input: InputOf<Given>,
    refuse: Refuse<NoInfer<Problems> | 'invalid'>,
  ): Promise<z.input<Output> | TextStream>
}

/** Ends a call with one of the problems that the operation declares. */
export type Refuse<Problems extends ProblemName> = (
  name: Problems,
  details?: ConstructorParameters<typeof Problem>[1],
) => never

/** What was sent, before anything is known of it. */
export interface RawInput {
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string | readonly string[]>>
  /** Parsed JSON; undefined: no body. */
  readonly body: unknown
}

/** What a definition gains: the edge needs to know no more of an operation than this. */
export interface CallableOperation {
  readonly name: string
  readonly method: Method
  readonly at: string
  readonly scope: Scope
  readonly status?: 201 | 202 | 204
  /** Whether it runs outside of a transaction, as it waits for somebody else's server. */
  readonly waits?: true
  /** Whether it takes a body, and so is refused another type than JSON. */
  readonly hasBody: boolean
  readonly takesFile?: true
  /** Throws Problem `invalid` with every field at fault. */
  read(raw: RawInput): unknown
  /** `input` as `read` gave it. JSON, '' where there is nothing to tell, or a stream. */
  call(context: OperationContext, input: unknown): Promise<string | TextStream>
}

export function defineOperation<Given extends Parts, Output extends z.ZodType, Problems extends ProblemName>(
  definition: OperationDefinition<Given, Output, Problems>,
): OperationDefinition<Given, Output, Problems> & CallableOperation {
  const { input, output } = definition

  return {
    ...definition,
    hasBody: input.body !== undefined,
    read(raw) {
      const path = input.path?.safeParse(raw.path, { error: wording })
      const query = input.query?.safeParse(raw.query, { error: queryWording })
      const body = input.body?.safeParse(raw.body, { error: wording })
      const errors = [
        ...faultsIn('path', path?.error),
        ...(query === undefined ? unknownNames(raw.query) : faultsIn('query', query.error)),
        ...faultsIn('body', body?.error),
      ]
      if (errors.length > 0) throw new Problem('invalid', { detail: errors[0]?.detail ?? '', errors })
      return { ...path?.data, ...query?.data, ...body?.data }
    },
    async call(context, given) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `read` above made it, of these very schemas
      const result = await definition.run(context, given as InputOf<Given>, refuse)
      if (result instanceof TextStream) return result
      if (context.checkOutput) output.parse(JSON.parse(JSON.stringify(result)))
      return result === null ? '' : JSON.stringify(result)
    },
  }
}

function unknownNames(query: RawInput['query']) {
  return Object.keys(query).map((field) => ({
    in: 'query' as const,
    field,
    detail: `«${field}» is not known here.`,
  }))
}

const refuse: Refuse<ProblemName> = (name, details) => {
  throw new Problem(name, details)
}
