/** The functions of the order API with their fields, for the console of the account page. */
import { z } from 'zod'
import { functions, functions2 } from '../functions/registry.ts'

interface Described {
  readonly name: string
  readonly title: string
  readonly kind: 'read' | 'write'
  readonly input: z.ZodObject
  readonly sample: { readonly input: Readonly<Record<string, unknown>> }
}

export function accountFunctions(): string {
  const all = [
    ...Object.values<Described>(functions).map((described) => consoleFunction(1, described)),
    ...Object.values<Described>(functions2).map((described) => consoleFunction(2, described)),
  ]
  return [
    '// Made by «npm run derive» from packages/server/src/functions/registry.ts.',
    "import type { ConsoleFunction } from '../pages/console/console-function.ts'",
    '',
    `export const functions: readonly ConsoleFunction[] = ${JSON.stringify(all, undefined, 2)}`,
    '',
  ].join('\n')
}

function consoleFunction(version: 1 | 2, { name, title, kind, input, sample }: Described) {
  const { properties = {} } = z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' })
  const fields = Object.entries(properties).map(([field, schema]) => ({
    name: field,
    ...aboutField(typeof schema === 'boolean' ? {} : schema),
    isRequired: !input.safeParse({ ...sample.input, [field]: undefined }).success,
    sample: sampleText(sample.input[field]),
  }))
  return { version, name, title, kind, fields }
}

function aboutField(schema: z.core.JSONSchema.BaseSchema) {
  const { title = '', description = '', type, anyOf } = schema
  const choices = [schema, ...(anyOf ?? [])].flatMap((each) => (typeof each === 'boolean' ? [] : (each.enum ?? [])))
  const options = new Set(choices.filter((choice) => typeof choice === 'string' && choice !== ''))
  // A list, or names with values: what is of no type is a form's subtree too.
  const isOpen = type === undefined && options.size === 0 && anyOf === undefined
  const isTree = isOpen || type === 'array' || type === 'object'
  return { title, description, options: [...options], isTree }
}

/** Of a list: a line for each text in it, `[0][good_name]=course`. */
function sampleText(value: unknown): string {
  if (value instanceof Map) return linesIn(value).join('\n')
  return typeof value === 'string' ? value : ''
}

function linesIn(tree: ReadonlyMap<unknown, unknown>): readonly string[] {
  return [...tree].flatMap(([key, value]) => {
    if (!(value instanceof Map)) return [`[${String(key)}]=${String(value)}`]
    return linesIn(value).map((line) => `[${String(key)}]${line}`)
  })
}
