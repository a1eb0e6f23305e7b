import type { SchemaWords } from './database.ts'

/** A numbered change to the tables, never edited once released. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly statements: (words: SchemaWords) => readonly string[]
}
