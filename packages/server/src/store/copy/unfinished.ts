/** What a database knows of a copy into it, from its first row until it was compared: how far it is, and of what. */
import { type Kysely, sql } from 'kysely'
import { StoreError } from '../errors.ts'
import type { Value } from '../prepared.ts'
import type { Tables } from '../schema.ts'
import { hasTable } from './columns.ts'
import type { CopySide } from './side.ts'

/** No table of the shape: it is there only meanwhile. */
const name = 'unfinished_copy'

type Notes = Tables & { readonly [name]: { part: string; note: string } }

export interface TableNote {
  readonly rows: number
  /** The key of the last row; null: there is none yet. */
  readonly last: readonly Value[] | null
  readonly isDone: boolean
}

export interface UnfinishedCopy {
  /** `sourceIn` of the database that is copied. */
  readonly source: string
  readonly tables: ReadonlyMap<string, TableNote>
}

/** Half a copy is not to be served, and nobody is to add to it. */
export async function refuseUnfinishedCopy(kysely: Kysely<Tables>): Promise<void> {
  if (!(await hasTable(kysely, name))) return
  throw new StoreError(
    'A copy into this database was begun and has not come to its end. Start the same «billkeep copy» again: it goes on where it was.',
  )
}

export async function unfinishedCopyIn({ kysely }: CopySide): Promise<UnfinishedCopy | undefined> {
  if (!(await hasTable(kysely, name))) return undefined
  const notes = await notesIn(kysely).selectFrom(name).selectAll().execute()
  const tables = new Map<string, TableNote>()
  let source = ''
  for (const { part, note } of notes) {
    if (part === sourcePart) source = note
    else tables.set(part, readNote(note))
  }
  return { source, tables }
}

/** In place of what was noted before. */
export async function noteBegin({ kysely }: CopySide, source: string, tables: readonly string[]): Promise<void> {
  await sql`drop table if exists ${sql.table(name)}`.execute(kysely)
  await sql`create table ${sql.table(name)} (part text not null, note text not null, primary key (part))`.execute(
    kysely,
  )
  const notes = tables.map((part) => ({ part, note: JSON.stringify(nothingYet) }))
  await notesIn(kysely)
    .insertInto(name)
    .values([{ part: sourcePart, note: source }, ...notes])
    .execute()
}

/** In the transaction that writes the rows. Throws StoreError, so that they are not, if another copy was there before. */
export async function noteRows({ kysely }: CopySide, table: string, was: TableNote, is: TableNote): Promise<void> {
  const { numUpdatedRows } = await notesIn(kysely)
    .updateTable(name)
    .set({ note: JSON.stringify(is) })
    .where('part', '=', table)
    .where('note', '=', JSON.stringify(was))
    .executeTakeFirst()
  if (numUpdatedRows !== 1n)
    throw new StoreError('Another copy into the same database is under way. Wait until it is done.')
}

export async function noteEnd({ kysely }: CopySide): Promise<void> {
  await sql`drop table if exists ${sql.table(name)}`.execute(kysely)
}

export const nothingYet: TableNote = { rows: 0, last: null, isDone: false }

const sourcePart = ''

function notesIn(kysely: Kysely<Tables>): Kysely<Notes> {
  return kysely.$extendTables<Pick<Notes, typeof name>>()
}

function readNote(text: string): TableNote {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `noteBegin` and `noteRows` wrote it
  return JSON.parse(text) as TableNote
}
