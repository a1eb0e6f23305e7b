/** The operations of API v1 as methods, for `packages/client`: a class for each first word of their paths. */
import { problems } from '../../operations/problems.ts'
import { z } from 'zod'
import { type DescribedOperation, describedOperations, isWrite } from '../openapi/described-operation.ts'
import { jsonSchemaOf } from '../openapi/json-schema.ts'
import { capital, clientName } from './client-name.ts'
import { comment } from './comment.ts'
import { heading } from './declaration.ts'
import { asSchema, typeText } from './type-text.ts'
import { answerName, entrySchema, sentName, sentSchema } from './v1-types.ts'

export function v1Operations(): string {
  const imports = [
    "import type { CallsV1 } from '../calls-v1.ts'",
    "import type { List } from '../list.ts'",
    "import type { CallOptions, WriteOptions } from '../options.ts'",
    "import { at } from '../query.ts'",
    "import type * as V1 from './v1-types.ts'",
  ]
  const groups = [...Map.groupBy(describedOperations, (operation) => clientName(operation).group)]
  const parts = [rootOf(groups.map(([group]) => group)), ...groups.map(([group, all]) => classOf(group, all))]
  return heading('operations/registry.ts', ...imports) + parts.join('\n')
}

function rootOf(groups: readonly string[]): string {
  const fields = groups.map((group) => `  readonly ${group}: ${className(group)}\n`)
  const lines = groups.map((group) => `    this.${group} = new ${className(group)}(calls)\n`)
  return (
    `${comment(['All operations of API v1.'])}export class V1Operations {\n${fields.join('')}\n` +
    `  constructor(calls: CallsV1) {\n${lines.join('')}  }\n}\n`
  )
}

function classOf(group: string, operations: readonly DescribedOperation[]): string {
  const constructor = '  constructor(calls: CallsV1) {\n    this.#calls = calls\n  }\n'
  const methods = [constructor, ...operations.map(methodOf)].join('\n')
  return `export class ${className(group)} {\n  readonly #calls: CallsV1\n\n${methods}}\n`
}

/** `Orders` is taken by nothing; `Order` is a resource. */
function className(group: string): string {
  return `${capital(group)}Operations`
}

function methodOf(operation: DescribedOperation): string {
  const { at, method, streams, output, input, takesFile = false } = operation
  const names = [...at.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)
  const sent = sentSchema(operation)
  const part = input.query === undefined ? 'body' : 'query'
  const isAllOptional = (sent?.required ?? []).length === 0
  const parameters = [
    ...names.map((name) => `${name}: ${pathType(operation, name)}`),
    ...(takesFile ? ['file: string | Blob'] : []),
    ...(sent === undefined ? [] : [`${part}: V1.${sentName(operation)}${isAllOptional ? ' = {}' : ''}`]),
    `options?: ${isWrite(operation) ? 'WriteOptions' : 'CallOptions'}`,
  ]
  const isEmpty = output instanceof z.ZodNull
  const isList = entrySchema(operation) !== undefined
  const verb = streams === undefined ? (isList ? 'list' : 'send') : 'stream'
  const answer = streams === undefined ? (isEmpty ? 'void' : `V1.${answerName(operation)}`) : 'Response'
  const given = isList ? `List<${answer}>` : `Promise<${answer}>`
  const path = at.replaceAll(/\{(\w+)\}/g, '${$1}')
  const call = [
    `method: '${method}'`,
    `at: at\`${path}\``,
    ...(takesFile ? ['file'] : []),
    ...(sent === undefined ? [] : [part]),
  ].join(', ')
  return [
    comment(notesOf(operation), '  '),
    `  ${clientName(operation).method}(${parameters.join(', ')}): ${given} {\n`,
    `    return this.#calls.${verb}({ ${call} }, options)\n`,
    '  }\n',
  ].join('')
}

function pathType({ input: { path } }: DescribedOperation, name: string): string {
  const { properties = {} } = path === undefined ? {} : asSchema(jsonSchemaOf(path, 'input'))
  return typeText(properties[name] ?? {}, 'sent')
}

function notesOf({ title, description = '', method, at, scope, problems: own }: DescribedOperation): readonly string[] {
  const named = own.map((name) => `\`${problems[name].slug}\``)
  return [
    `${title}.`,
    description,
    `\`${method} /v1${at}\`, scope \`${scope}\`.${named.length === 0 ? '' : ` May end with ${named.join(', ')}.`}`,
  ]
}
