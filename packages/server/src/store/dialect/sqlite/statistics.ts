/**
 * What SQLite is told of the tables, so that it chooses the same way of looking things up on every machine and at every
 * size. Knowing nothing, it supposes that a shop has ten rows, and reads through all of them instead of using an index.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../database.ts'
import type { Tables } from '../../schema.ts'

/** A large shop among others: on such a one a wrong choice is felt. */
const rows = 10_000_000
const rowsOfShop = 1_000_000
/** With one more column given; with a whole unique key it is one row. */
const rowsOfMore = 10
/** An index of few rows among many is there because they are few. */
const partOfPartial = 100

/** Writes those that are missing: all at first, later those of indexes that a newer Billkeep made. */
export async function ensureStatistics({ kysely: reading, write }: Pick<Database, 'kysely' | 'write'>): Promise<void> {
  // Most often none is: then a start does not wait for whoever is writing.
  if ((await hasTable(reading)) && (await missingStatistics(reading)).length === 0) return
  await write('shops', async ({ kysely }) => {
    if (!(await hasTable(kysely))) {
      // Makes the table, without which nothing can be put in; what it finds out is of no use, so it looks at little.
      await sql`pragma analysis_limit = 1`.execute(kysely)
      await sql`analyze`.execute(kysely)
      await sql`delete from sqlite_stat1`.execute(kysely)
    }
    for (const { table, index, stat } of await missingStatistics(kysely)) {
      await sql`insert into sqlite_stat1 (tbl, idx, stat) values (${table}, ${index}, ${stat})`.execute(kysely)
    }
    // Has this connection take them up.
    await sql`analyze sqlite_schema`.execute(kysely)
  })
}

async function hasTable(kysely: Kysely<Tables>): Promise<boolean> {
  const found = await sql`select 1 from sqlite_schema where name = 'sqlite_stat1'`.execute(kysely)
  return found.rows.length > 0
}

interface IndexColumns {
  readonly table: string
  /** A primary key in whose order its table lies has the table's name here. */
  readonly index: string
  /** With commas between them. */
  readonly columns: string
  readonly isUnique: 0 | 1
  readonly isPartial: 0 | 1
}

/** Of every index that begins with the shop and has none; the table must be there. */
async function missingStatistics(kysely: Kysely<Tables>) {
  const { rows: indexes } = await sql<IndexColumns>`
    select m.name as "table", iif(i.origin = 'pk', m.name, i.name) as "index",
      (select group_concat(coalesce(name, 'expression')) from pragma_index_info(i.name)) as columns, i."unique" as isUnique, i.partial as isPartial
    from sqlite_schema m, pragma_index_list(m.name) i
    where m.type = 'table' and not exists (
      select 1 from sqlite_stat1 s where s.tbl = m.name and s.idx = iif(i.origin = 'pk', m.name, i.name)
    )`.execute(kysely)
  return indexes
    .filter(({ columns }) => columns.startsWith('shop_id,'))
    .map((each) => ({ table: each.table, index: each.index, stat: statOf(each) }))
}

/** `10000000 1000000 10 1`: all rows, then how many share the first column, the first two, and so on. */
function statOf({ columns, isUnique, isPartial }: IndexColumns): string {
  const part = isPartial === 1 ? partOfPartial : 1
  const shared = columns.split(',').map((_, index) => (index === 0 ? rowsOfShop / part : rowsOfMore))
  return [rows / part, ...(isUnique === 1 ? [...shared.slice(0, -1), 1] : shared)].join(' ')
}
