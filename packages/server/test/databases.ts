/** The loop over databases: what the store does, it does on each of them. */
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, inject, onTestFinished } from 'vitest'
import { sqliteFile } from '../src/store/dialect/sqlite/database.ts'
import { openStore } from '../src/store/open.ts'
import type { Store } from '../src/store/store.ts'
import { databaseOn, runSql } from './postgres.ts'

/** Where a store is kept, as `openStore` is told: SQLite in the data folder or, given its address, another database. */
export interface Place {
  readonly dataDir: string
  readonly database?: string
}

/** On the PostgreSQL of the test run: a database of the newest shape, of which tests use copies. */
export const template = 'billkeep_template'

export interface TestDatabase {
  readonly place: Place
  /** What the store's clock tells; tests move it. */
  readonly clock: { now: number }
  /** Opens the store once more on the same data, as another process would; closed when the test ends. */
  open(): Promise<Store>
}

export const databaseNames = ['SQLite', 'PostgreSQL'] as const

/** Declares the suite once for each database. */
export function onEachDatabase(suite: (make: () => TestDatabase) => void): void {
  describe.each(databaseNames)('%s', (name) => {
    suite(name === 'SQLite' ? sqlite : postgres)
  })
}

/** 2026-01-01T00:00:00Z. */
export const startOfTime = Date.UTC(2026, 0, 1)

/** An empty folder that is gone when the test ends. */
export function throwAwayFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'billkeep-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** For a whole file: an empty store that nobody takes away before the run ends. */
export async function placeOn(database: (typeof databaseNames)[number]): Promise<Place> {
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
  if (database === 'SQLite') return { dataDir: emptySqlite(dataDir) }
  const name = newName()
  await emptyDatabase(name)
  return { dataDir, database: databaseOn(inject('postgresUrl'), name) }
}

function newName(): string {
  return `test_${randomUUID().replaceAll('-', '')}`
}

function sqlite(): TestDatabase {
  return storesAt({ dataDir: emptySqlite(throwAwayFolder()) })
}

/** Making the tables took 34 ms of CPU, copying them takes less than one. */
function emptySqlite(dataDir: string): string {
  copyFileSync(sqliteFile(inject('sqliteTemplate')), sqliteFile(dataDir))
  return dataDir
}

/** `options` are those of its address: `?options=…`. */
export function postgres(options = ''): TestDatabase {
  const dataDir = throwAwayFolder()
  const free = freeHere()
  const name = free.pop() ?? newName()
  const ready = emptyDatabase(name)
  onTestFinished(() => {
    free.push(name)
  })
  return storesAt({ dataDir, database: `${databaseOn(inject('postgresUrl'), name)}${options}` }, ready)
}

/** The address of a new database on the PostgreSQL of the test run, in which there is nothing at all. */
export async function newPostgres(): Promise<string> {
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runSql(inject('postgresUrl'), `create database ${name}`)
  return databaseOn(inject('postgresUrl'), name)
}

/** Emptying a database takes a tenth of the time that making one takes. */
const freeOfFile = { file: '', names: new Array<string>() }
const made = new Set<string>()

/** Those of this file's earlier tests: what another file has done to its own is none of its business. */
function freeHere(): string[] {
  const { testPath = '' } = expect.getState()
  if (freeOfFile.file !== testPath) Object.assign(freeOfFile, { file: testPath, names: [] })
  return freeOfFile.names
}

async function emptyDatabase(name: string): Promise<void> {
  const server = inject('postgresUrl')
  if (made.has(name)) return runSql(databaseOn(server, name), emptying)
  made.add(name)
  await runSql(server, `create database ${name} template ${template} strategy file_copy`)
}

/** All tables but the one that says which shape they have; those in which there is nothing would take as long. */
const emptying = `do $$
declare
  name text;
  has_rows boolean;
  full_ones text[] := '{}';
begin
  for name in select quote_ident(tablename) from pg_tables where schemaname = 'public' and tablename <> 'schema_version' loop
    execute 'select exists (select from ' || name || ')' into has_rows;
    if has_rows then
      full_ones := full_ones || name;
    end if;
  end loop;
  if full_ones <> '{}' then
    execute 'truncate ' || array_to_string(full_ones, ', ');
  end if;
end $$`

function storesAt(place: Place, ready?: Promise<void>): TestDatabase {
  const clock = { now: startOfTime }
  return {
    place,
    clock,
    async open() {
      await ready
      const store = await openStore({ ...place, clock: () => clock.now })
      onTestFinished(() => store.close())
      return store
    },
  }
}
