/** The functions of the order API as methods, for `packages/client`. */
import { errorNote, hasParameters, typeNames } from './api-types.ts'
import { comment } from './comment.ts'
import { heading } from './declaration.ts'
import { type DescribedFunction, describedFunctions } from './described-function.ts'

export function apiFunctions(): string {
  const imports = [
    "import type { CallOptions, FunctionOptions } from '../options.ts'",
    "import type * as Api from './api-types.ts'",
  ]
  const about = comment(['The functions of the order API, each under the name that it has on the wire.'])
  const opening = `${about}export abstract class ApiFunctions {\n`
  const call =
    comment(['Calls a function by its name.'], '  ') +
    '  abstract call<Result>(name: string, parameters?: object, options?: FunctionOptions): Promise<Result>\n'
  const methods = describedFunctions.map(methodOf)
  return `${heading('functions/registry.ts', ...imports)}${opening}${[call, ...methods].join('\n')}}\n`
}

function methodOf(described: DescribedFunction): string {
  const { name, kind, version } = described
  const { taken, given } = typeNames(described)
  const isAllOptional = (described.input.required ?? []).length === 0
  const parameters = hasParameters(described) ? `parameters: Api.${taken}${isAllOptional ? ' = {}' : ''}, ` : ''
  const traits = [...(kind === 'read' ? ["kind: 'read'"] : []), ...(version === 2 ? ['version: 2'] : [])]
  const options = traits.length === 0 ? 'options' : `{ ...options, ${traits.join(', ')} }`
  return [
    comment(notesOf(described), '  '),
    `  ${name}(${parameters}options?: CallOptions): Promise<Api.${given}> {\n`,
    `    return this.call('${name}', ${parameters === '' ? '{}' : 'parameters'}, ${options})\n`,
    '  }\n',
  ].join('')
}

function notesOf({ title, kind, version, errors }: DescribedFunction): readonly string[] {
  return [
    `${title}.`,
    version === 2 ? 'API 2.0: the key itself is sent, so call it over HTTPS only.' : '',
    kind === 'write' ? 'Changes something, and so is never repeated by itself.' : '',
    errors.length === 0 ? '' : `May end with: ${errorNote(errors)}.`,
  ]
}
