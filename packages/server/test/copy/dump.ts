/** All that a data folder holds, table by table, without any of the code that is tested. */
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

export type Dump = Readonly<Record<string, readonly unknown[]>>

/** But for what SQLite keeps for itself. Rows are in the order of their JSON. */
export function dumpOf(dataDir: string): Dump {
  const db = new DatabaseSync(join(dataDir, 'billkeep.db'), { readOnly: true })
  try {
    const tables = db.prepare(`select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'`).all()
    return Object.fromEntries(
      tables.map(({ name }) => [
        String(name),
        db
          .prepare(`select * from ${String(name)}`)
          .all()
          .map((row) => JSON.stringify(row))
          .toSorted(),
      ]),
    )
  } finally {
    db.close()
  }
}
