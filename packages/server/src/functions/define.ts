/** The shape of an API function: what goes in, what comes out, what may go wrong, and the code between. */
import { ApiError, type ErrorName, type SuccessName } from '@billkeep/wire/errors.ts'
import type { FormTree } from '@billkeep/wire/form.ts'
import type { z } from 'zod'
import type { Context } from '../context.ts'
import { hasParameters, valuesOf } from './form-values.ts'

/** A result that is JSON already, for functions whose store hands over ready text. */
export class JsonText {
  readonly json: string

  constructor(json: string) {
    this.json = json
  }
}

/** A result of any length: pieces that joined are its JSON, each cut between characters. */
export class JsonStream {
  readonly pieces: AsyncIterable<string>

  constructor(pieces: AsyncIterable<string>) {
    this.pieces = pieces
  }
}

/** Ends a call with one of the errors that the function declares. */
export type Refuse<Errors extends ErrorName> = (
  name: Errors,
  details?: ConstructorParameters<typeof ApiError>[1],
) => never

export interface FunctionDefinition<Input extends z.ZodObject, Output extends z.ZodType, Errors extends ErrorName> {
  /** As it is on the wire. */
  readonly name: string
  readonly title: string
  readonly kind: 'read' | 'write'
  /** The parameters, in the order in which the first faulty one decides. */
  readonly input: Input
  /** Names of parameters that are read beside those that `input` names; it must be loose to let them through. */
  readonly further?: RegExp
  readonly output: Output
  /** What it answers when it succeeds, where that is not `ok`. */
  readonly success?: SuccessName
  /** The errors of this function's own; those that any function may answer with are not listed. */
  readonly errors: readonly Errors[]
  /** The error of a parameter that is missing or malformed, where it is not `wrongData`. */
  readonly faults?: { readonly [Parameter in keyof z.input<Input>]?: NoInfer<Errors> }
  readonly sample: { readonly input: z.input<Input>; readonly output: z.output<Output> }
  run(
    context: Context,
    input: z.output<Input>,
    refuse: Refuse<NoInfer<Errors> | 'wrongData'>,
  ): Promise<z.output<Output> | JsonText | JsonStream>
}

/** What a definition gains: the edge needs to know no more of a function than this. */
export interface Callable {
  readonly name: string
  readonly kind: 'read' | 'write'
  readonly success?: SuccessName
  /** Reads the form, runs the function and gives its result as JSON, in pieces where it may be long. */
  call(context: Context, form: FormTree): Promise<string | AsyncIterable<string>>
}

export function defineFunction<Input extends z.ZodObject, Output extends z.ZodType, Errors extends ErrorName>(
  definition: FunctionDefinition<Input, Output, Errors>,
): FunctionDefinition<Input, Output, Errors> & Callable {
  const { input, further, output } = definition
  const parameters = Object.keys(input.shape)
  const needsParameters = !input.safeParse({}).success
  const faults: Readonly<Record<string, Errors | undefined>> = { ...definition.faults }

  function namesIn(form: FormTree): readonly string[] {
    return further === undefined
      ? parameters
      : [...parameters, ...[...form.keys()].filter((name) => further.test(name))]
  }

  function inputIn(form: FormTree): z.output<Input> {
    if (needsParameters && !hasParameters(form)) throw new ApiError('noData')
    const parsed = input.safeParse(valuesOf(form, namesIn(form)))
    if (parsed.success) return parsed.data
    throw new ApiError(faults[String(parsed.error.issues[0]?.path[0])] ?? 'wrongData')
  }

  return {
    ...definition,
    async call(context, form) {
      const result = await definition.run(context, inputIn(form), refuse)
      if (result instanceof JsonStream) {
        return context.checkOutput ? checkedAtEnd(result.pieces, output) : result.pieces
      }
      const json = result instanceof JsonText ? result.json : JSON.stringify(result)
      if (context.checkOutput) output.parse(JSON.parse(json))
      return json
    },
  }
}

const refuse: Refuse<ErrorName> = (name, details) => {
  throw new ApiError(name, details)
}

/** Fails instead of ending where the whole does not fit; so a wrong stream is seen as broken off. */
async function* checkedAtEnd(pieces: AsyncIterable<string>, output: z.ZodType): AsyncGenerator<string> {
  let json = ''
  for await (const piece of pieces) {
    json += piece
    yield piece
  }
  output.parse(JSON.parse(json))
}
