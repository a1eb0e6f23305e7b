import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { throwAwayFolder } from '../../../../test/databases.ts'
import { orderOf, putOrders } from '../../../../test/orders.ts'
import { StoreError } from '../../errors.ts'
import { newestVersion } from '../../migrate.ts'
import { openStore } from '../../open.ts'
import { sqliteFile } from './database.ts'
import { tester } from '../../../../test/tester.ts'

const clock = (): number => 0

/** A data folder with a shop and an order in it, closed. */
async function filledFolder(): Promise<string> {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock })
  await putOrders(store.forShop((await store.shops.create('alice', tester)).id, tester), orderOf())
  await store.close()
  return dataDir
}

/** Every file of the folder with a hash of its content. */
function content(folder: string): string[] {
  return readdirSync(folder).map((name) => {
    return `${name} ${createHash('sha256')
      .update(readFileSync(`${folder}/${name}`))
      .digest('hex')}`
  })
}

async function expectRefusal(dataDir: string, message: RegExp): Promise<void> {
  const before = content(dataDir)
  const opening = openStore({ dataDir, clock })
  await expect(opening).rejects.toThrow(StoreError)
  await expect(opening).rejects.toThrow(message)
  expect(content(dataDir)).toEqual(before)
}

test('a file that is no database is refused and left untouched', async () => {
  const dataDir = throwAwayFolder()
  writeFileSync(sqliteFile(dataDir), 'number;email\n'.repeat(100))
  await expectRefusal(dataDir, /not an SQLite database/)
})

test('a file that lost its end is refused and left untouched', async () => {
  const dataDir = await filledFolder()
  truncateSync(sqliteFile(dataDir), 8_192)
  await expectRefusal(dataDir, /has 8192 bytes/)
})

test('a file with a broken list of tables is refused and left untouched', async () => {
  const dataDir = await filledFolder()
  const bytes = readFileSync(sqliteFile(dataDir))
  bytes.fill(0xff, 100, 4_096)
  writeFileSync(sqliteFile(dataDir), bytes)
  await expectRefusal(dataDir, /is damaged/)
})

test('a newer database is refused and left untouched', async () => {
  const dataDir = await filledFolder()
  const database = new DatabaseSync(sqliteFile(dataDir))
  database.exec(`pragma user_version = ${newestVersion + 1}`)
  database.close()
  await expectRefusal(dataDir, new RegExp(`version ${newestVersion + 1}.*untouched`))
})

test("another program's database is refused and left untouched", async () => {
  const dataDir = throwAwayFolder()
  const database = new DatabaseSync(sqliteFile(dataDir))
  database.exec('create table t (x); pragma user_version = 1')
  database.close()
  await expectRefusal(dataDir, /another program/)
})

test('a lost master key is not replaced by a new one', async () => {
  const dataDir = await filledFolder()
  const key = readFileSync(`${dataDir}/master.key`, 'utf8')
  writeFileSync(`${dataDir}/master.key`, `${'0'.repeat(64)}\n`)
  const wrong = await openStore({ dataDir, clock })
  await expect(wrong.shops.get('alice')).rejects.toThrow('master.key')
  await wrong.close()

  truncateSync(`${dataDir}/master.key`)
  await expect(openStore({ dataDir, clock })).rejects.toThrow('64 hexadecimal digits')

  const store = await openStore({ dataDir, clock, masterKey: key })
  expect(await store.shops.get('alice')).toMatchObject({ login: 'alice' })
  await store.close()
})

test('the master key file is for its owner only, and the API key is not in the database in clear', async () => {
  const dataDir = throwAwayFolder()
  const store = await openStore({ dataDir, clock })
  await store.shops.create('alice', tester, { key: 'a-key-that-can-be-found' })
  await store.close()
  expect(statSync(`${dataDir}/master.key`).mode & 0o777).toBe(0o600)
  expect(readFileSync(sqliteFile(dataDir)).includes('a-key-that-can-be-found')).toBe(false)
})

test('threads that start at once make one database', async () => {
  const dataDir = throwAwayFolder()
  const source = `
    import { workerData } from 'node:worker_threads'
    import { openStore } from ${JSON.stringify(new URL('../../open.ts', import.meta.url).href)}
    const store = await openStore({ dataDir: ${JSON.stringify(dataDir)}, clock: () => 0 })
    await store.shops.create('shop' + workerData, ${JSON.stringify(tester)})
    await store.close()`
  const starts = Array.from({ length: 6 }, async (_, index) => {
    const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(source)}`), { workerData: index })
    await once(worker, 'exit')
  })
  await Promise.all(starts)
  const store = await openStore({ dataDir, clock })
  expect((await store.shops.list()).map(({ login }) => login)).toEqual([
    'shop0',
    'shop1',
    'shop2',
    'shop3',
    'shop4',
    'shop5',
  ])
  await store.close()
})

test('a start does not wait for an import that is running', async () => {
  const dataDir = await filledFolder()
  const importer = await openStore({ dataDir, clock })
  const { id } = await importer.shops.get('alice')
  await importer.forShop(id, tester).bulkOrders.write(async (writer) => {
    await writer.put([orderOf({ number: 1 })], { update: false })
    const server = await openStore({ dataDir, clock })
    expect(await server.forShop(id, tester).orders.billsOf('buyer@example.com')).not.toContain('"1"')
    await server.close()
  })
  expect(await importer.forShop(id, tester).orders.billsOf('buyer@example.com')).toContain('"1"')
  await importer.close()
})

test('who cannot write because an import takes long is told so, and nothing of the import is lost', async () => {
  const dataDir = await filledFolder()
  const importer = await openStore({ dataDir, clock })
  const { id } = await importer.shops.get('alice')
  await importer.forShop(id, tester).bulkOrders.write(async (writer) => {
    await writer.put([orderOf({ number: 1 })], { update: false })
    const other = await openStore({ dataDir, clock })
    await expect(other.shops.setEnabled('alice', tester, false)).rejects.toThrow(
      'Another command, such as a long import',
    )
    await other.close()
  })
  expect(await importer.forShop(id, tester).orders.count()).toBe(2)
  await importer.close()
})
