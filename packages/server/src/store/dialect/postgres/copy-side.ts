import { sql } from 'kysely'
import type { CopySide } from '../../copy/side.ts'
import { hasTable } from '../../copy/columns.ts'
import { explained, version } from './database.ts'
import { noLimit, PostgresPool } from './pool.ts'
import { retried } from './retry.ts'
import { kyselyOn } from './statements.ts'

/** Throws StoreError when the database cannot be used, and says why. */
export async function openPostgresSide(url: string): Promise<CopySide> {
  const pool = new PostgresPool({ url, connections: 1, name: 'billkeep copy' })
  const client = await pool.connect(noLimit).catch(async (error: unknown) => {
    await pool.close()
    throw explained(error)
  })
  const kysely = kyselyOn(client)
  const run = async (statement: string): Promise<void> => void (await sql.raw(statement).execute(kysely))

  async function ended<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const result = await work()
      await run('commit')
      return result
    } catch (error) {
      // A connection that is gone takes its transaction with it.
      await run('rollback').catch(() => undefined)
      throw error
    }
  }

  // A large table takes its time to be counted, and the other side may be slow.
  await run('set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0')
  return {
    kysely,
    version: async () => ((await hasTable(kysely, 'schema_version')) ? version.read(kysely) : 0),
    async reading(work) {
      await run('begin isolation level repeatable read read only')
      return ended(work)
    },
    writing: async (work) =>
      retried(async () => {
        await run('begin')
        return ended(work)
      }),
    async insert(table, columns, rows) {
      const names = sql.join(columns.map((column) => sql.ref(column)))
      const into = sql.table(table)
      // One parameter, whatever the number of rows and columns.
      await sql`insert into ${into} (${names})
        select ${names} from json_populate_recordset(null::${into}, ${JSON.stringify(rows)})`.execute(kysely)
    },
    // It would gather statistics by itself, but only after a while.
    settle: async (tables) => run(`analyze ${tables.join()}`),
    async close() {
      client.release(true)
      await pool.close()
    },
  }
}
