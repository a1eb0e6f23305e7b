/** Named types of the derived files. */
import { comment } from './comment.ts'
import { objectText, type Schema, typeText, type Use } from './type-text.ts'

export interface Named {
  readonly name: string
  readonly schema: Schema
  readonly use: Use
  /** What it is, for people. */
  readonly note: string
  /** Names that it may have beside those of the schema: what they begin with. */
  readonly further?: string
}

export function declaration({ name, schema, use, note, further }: Named): string {
  const doc = comment([note])
  if (schema.type !== 'object' || schema.properties === undefined) {
    return `${doc}export type ${name} = ${typeText(schema, use)}\n`
  }
  const body = objectText(schema, use)
  if (further === undefined) return `${doc}export interface ${name} ${body}\n`
  const others = `  /** Whatever else is to be kept under such a name. */\n  readonly [setting: \`${further}\${string}\`]: string | number | boolean | null | undefined\n`
  return `${doc}export interface ${name} ${body.replace(/\}$/, `${others}}`)}\n`
}

/** The first lines of a derived file. */
export function heading(source: string, ...imports: readonly string[]): string {
  return [`// Made by «npm run derive» from packages/server/src/${source}.`, ...imports, '', ''].join('\n')
}
