/** What API v1 takes and gives, as interfaces for `packages/client`. */
import { problems } from '../../operations/problems.ts'
import { eventResource } from '../../resources/event.ts'
import { type DescribedOperation, describedOperations } from '../openapi/described-operation.ts'
import { jsonSchemaOf } from '../openapi/json-schema.ts'
import { openApi } from '../openapi/open-api.ts'
import { capital } from './client-name.ts'
import { comment } from './comment.ts'
import { declaration, heading, type Named } from './declaration.ts'
import { asSchema, type Schema } from './type-text.ts'

export function v1Types(): string {
  const components = Object.entries(openApi().components.schemas).map(
    ([name, { title = name, description = '', ...schema }]) =>
      declaration({ name, schema: asSchema(schema), use: 'answered', note: `${title}. ${description}` }),
  )
  const own = describedOperations.flatMap(namedTypesOf).map(declaration)
  const parts = [problemNames(), page, ...components, webhookEvent(), ...own]
  return heading('operations/registry.ts', "import type { Page } from '../list.ts'") + parts.join('\n')
}

/** What an operation takes beside its path. */
export function sentSchema({ input }: DescribedOperation): Schema | undefined {
  const schema = input.query ?? input.body
  return schema === undefined ? undefined : asSchema(jsonSchemaOf(schema, 'input'))
}

/** Of a list that is read a page at a time: what its entries are. */
export function entrySchema({ input, output }: DescribedOperation): Schema | undefined {
  if (input.query?.shape['cursor'] === undefined) return undefined
  const { properties = {} } = asSchema(jsonSchemaOf(output, 'output'))
  return properties['data']?.items
}

/** The type of what an operation takes, and of what it answers or each page has. */
export function sentName({ name, input }: DescribedOperation): string {
  return `${capital(name)}${input.query === undefined ? 'Body' : 'Query'}`
}

export function answerName(operation: DescribedOperation): string {
  const entry = entrySchema(operation)
  const { $ref } = entry ?? asSchema(jsonSchemaOf(operation.output, 'output'))
  if ($ref !== undefined) return $ref.replace(/^.*\//, '')
  return `${capital(operation.name)}${entry === undefined ? 'Answer' : 'Entry'}`
}

function namedTypesOf(operation: DescribedOperation): readonly Named[] {
  const { name, title, output, streams } = operation
  const sent = sentSchema(operation)
  const answered = entrySchema(operation) ?? asSchema(jsonSchemaOf(output, 'output'))
  const hasOwnAnswer = streams === undefined && answered.$ref === undefined && answered.type !== 'null'
  const label = `${title} (\`${name}\`)`
  return [
    ...(sent === undefined
      ? []
      : [{ name: sentName(operation), schema: sent, use: 'sent', note: `${label}: what it takes.` } as const]),
    ...(hasOwnAnswer
      ? [{ name: answerName(operation), schema: answered, use: 'answered', note: `${label}: what it gives.` } as const]
      : []),
  ]
}

const page = 'export type { Page }\n'

/** The end of each problem's type, and what it means. */
function problemNames(): string {
  const rows = Object.values(problems).map(
    ({ slug, status, title, meaning }) => `${comment([`${title}. ${meaning}`], '  ')}  readonly '${slug}': ${status}\n`,
  )
  return (
    `${comment(['Every problem of API v1: the end of its type, and its HTTP status.'])}export interface ProblemStatuses {\n${rows.join('')}}\n\n` +
    'export type ProblemName = keyof ProblemStatuses\n'
  )
}

const about: Readonly<Record<string, string>> = {
  order: 'Order',
  product: 'Product',
  endpoint: 'WebhookEndpointNotice',
}

/** The types of events by what they are about, which the first word says. */
function webhookEvent(): string {
  const groups = Map.groupBy(eventResource.shape.type.options, (type) => type.split('.', 1)[0] ?? '')
  const kinds = [...groups].map(([word, types]) => {
    const data = about[word]
    if (data === undefined) throw new Error(`What an event «${word}.…» is about, has to be named in v1-types.ts.`)
    return `  | WebhookMessage<${types.map((type) => `'${type}'`).join(' | ')}, ${data}>\n`
  })
  return (
    `${comment(['What a webhook tells: `type` says what happened, `data` to what, as it was right after.'])}export type WebhookEvent =\n${kinds.join('')}\n` +
    'export interface WebhookMessage<Type extends string, Data> {\n  readonly type: Type\n' +
    '  /** When it happened: RFC 3339, UTC. */\n  readonly timestamp: string\n  readonly data: Data\n}\n'
  )
}
