import type { Kysely } from 'kysely'
import type { SchemaWords } from './database.ts'
import type { Tables } from './schema.ts'

/** A numbered change to the tables, never edited once released. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly statements: (words: SchemaWords) => readonly string[]
  /** Writes what is derived from the rows that are there, after the statements. */
  readonly fill?: (db: Kysely<Tables>) => Promise<void>
}
