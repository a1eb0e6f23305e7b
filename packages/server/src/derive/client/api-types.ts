/** What the order API takes and gives, as interfaces for `packages/client`. */
import { errors, type ErrorName } from '@billkeep/wire/errors.ts'
import { comment } from './comment.ts'
import { declaration, heading } from './declaration.ts'
import { type DescribedFunction, describedFunctions, sharedSchemas } from './described-function.ts'

export function apiTypes(): string {
  const shared = Object.entries(sharedSchemas()).map(([name, schema]) =>
    declaration({ name, schema, use: 'answered', note: sentenceOf(schema.title ?? name) }),
  )
  return heading('functions/registry.ts') + [errorCodes(), ...shared, ...describedFunctions.flatMap(typesOf)].join('\n')
}

/** `CreateOrder` is in both versions; their names may differ in case only. */
export function typeNames({ name, version }: DescribedFunction): { readonly taken: string; readonly given: string } {
  const base = `${name.slice(0, 1).toUpperCase()}${name.slice(1)}${version === 2 ? '2' : ''}`
  return { taken: `${base}Parameters`, given: `${base}Result` }
}

export function hasParameters({ input }: DescribedFunction): boolean {
  return Object.keys(input.properties ?? {}).length > 0
}

function typesOf(described: DescribedFunction): readonly string[] {
  const { name, version, input, output, furtherPrefix } = described
  const { taken, given } = typeNames(described)
  const label = version === 2 ? `\`${name}\` of API 2.0` : `\`${name}\``
  const further = furtherPrefix === undefined ? {} : { further: furtherPrefix }
  const parameters = { name: taken, schema: input, use: 'sent', note: `What ${label} takes.`, ...further } as const
  return [
    ...(hasParameters(described) ? [declaration(parameters)] : []),
    declaration({ name: given, schema: output, use: 'answered', note: `What ${label} gives.` }),
  ]
}

function errorCodes(): string {
  const rows = Object.entries(errors).map(
    ([name, { code, text, when }]) => `${comment([`«${text}»: ${when}`], '  ')}  readonly ${name}: ${code}\n`,
  )
  return (
    `${comment(['Every error of the order API: its name here, and its code on the wire.'])}export interface ErrorCodes {\n${rows.join('')}}\n\n` +
    `export type ErrorName = keyof ErrorCodes\n\nexport type ErrorCode = ErrorCodes[ErrorName]\n`
  )
}

export function errorNote(names: readonly ErrorName[]): string {
  return names.map((name) => `${errors[name].code} ${name}`).join(', ')
}

function sentenceOf(text: string): string {
  return `${text}.`
}
