/** Moves everything from one database to another, and compares the two. A copy that was cut off goes on where it was. */
import { sql } from 'kysely'
import { StoreError } from '../errors.ts'
import { beginCopy } from './begin.ts'
import { columnsOf } from './columns.ts'
import { compare, type Comparison } from './compare.ts'
import { keyOf, pagesOf } from './pages.ts'
import type { CopySide, Row } from './side.ts'
import type { Sides } from './sides.ts'
import { primaryKeys, type Table } from './tables.ts'
import { noteEnd, noteRows, nothingYet, type TableNote } from './unfinished.ts'

export interface CopyTask extends Sides {
  /** Whether what an unfinished copy has brought is thrown away. */
  readonly restart: boolean
  /** Called when the target was found to be free, and is marked as an unfinished copy. */
  readonly onBegun: () => void
  /** May throw to stop: what is copied stays. */
  readonly onProgress: (progress: CopyProgress) => void
}

export interface CopyProgress {
  readonly phase: 'copying' | 'comparing'
  /** Of the phase; what an earlier run has copied is among them. */
  readonly rows: number
  readonly total: number
}

export interface CopyReport extends Comparison {
  /** Rows that this run has copied. */
  readonly copied: number
  /** Rows that earlier runs had copied. */
  readonly resumed: number
}

/** Throws StoreError where the target is not free. Where the two turn out to differ, the report says in what. */
export async function copyDatabase({ source, target, ...task }: CopyTask): Promise<CopyReport> {
  const tables = await tablesOf({ source, target })
  const notes = await beginCopy({ source, target }, tables, task)
  task.onBegun()
  const resumed = notes.values().reduce((sum, { rows }) => sum + rows, 0)
  const total = await countRows(source, tables)
  let rows = resumed
  task.onProgress({ phase: 'copying', rows, total })
  for (const table of tables) {
    await copyTable({ source, target }, table, notes.get(table.name) ?? nothingYet, (more) => {
      rows += more
      task.onProgress({ phase: 'copying', rows, total })
    })
  }
  await target.settle(tables.map(({ name }) => name))
  let compared = 0
  const comparison = await compare({ source, target }, tables, (more) => {
    compared += more
    task.onProgress({ phase: 'comparing', rows: compared, total: 2 * rows })
  })
  if (comparison.differing === 0) await noteEnd(target)
  return { ...comparison, copied: rows - resumed, resumed }
}

/** With the columns that the databases say they have, so that a new one cannot be forgotten. */
async function tablesOf({ source, target }: Sides): Promise<readonly Table[]> {
  const tables: Table[] = []
  for (const [name, key] of Object.entries(primaryKeys)) {
    const columns = await columnsOf(source.kysely, name)
    const others = await columnsOf(target.kysely, name)
    if (columns.toSorted().join() !== others.toSorted().join()) {
      throw new StoreError(`The table ${name} has other columns in the target than in the source. Nothing was copied.`)
    }
    tables.push({ name, key, shop: name === 'shops' ? 'id' : 'shop_id', columns })
  }
  return tables
}

async function countRows({ kysely }: CopySide, tables: readonly Table[]): Promise<number> {
  let total = 0
  for (const { name } of tables) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from ${sql.table(name)}`.execute(kysely)
    total += rows[0]?.count ?? 0
  }
  return total
}

async function copyTable(
  { source, target }: Sides,
  table: Table,
  from: TableNote,
  onRows: (rows: number) => void,
): Promise<void> {
  if (from.isDone) return
  let note = from
  /** In one transaction with the note of how far it is, so that neither is there without the other. */
  async function put(page: readonly Row[]): Promise<void> {
    const next = { rows: note.rows + page.length, last: keyOf(table, page.at(-1)), isDone: false }
    await target.writing(async () => {
      await target.insert(table.name, table.columns, page)
      await noteRows(target, table.name, note, next)
    })
    note = next
    onRows(page.length)
  }
  const pages = pagesOf(source, table, from.last)
  let page = (await pages.next()).value
  // The next page is read while this one is written.
  while (page !== undefined) [, { value: page }] = await Promise.all([put(page), pages.next()])
  await target.writing(async () => noteRows(target, table.name, note, { ...note, isDone: true }))
}
