import { connect, createServer, type Server } from 'node:net'
import type { ClientBase } from 'pg'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { placeOn } from '../../../../test/databases.ts'
import { StoreUnavailable } from '../../errors.ts'
import { PostgresPool } from './pool.ts'

function poolAt(url: string): PostgresPool {
  const pool = new PostgresPool({ url, connections: 2 })
  onTestFinished(() => pool.close())
  return pool
}

async function listening(server: Server): Promise<number> {
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen.')
  return address.port
}

/** A port on which nobody listens. */
async function deadPort(): Promise<number> {
  const server = createServer()
  const port = await listening(server)
  await new Promise((resolve) => {
    server.close(resolve)
  })
  return port
}

const { username, password, host } = new URL(inject('postgresUrl'))
const askName = async (pool: PostgresPool): Promise<unknown> =>
  pool.with(async (client) => (await client.query<{ name: string }>('select current_database() as name')).rows[0])

async function backendOf(client: ClientBase): Promise<unknown> {
  return (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]?.pid
}

test('sums, numbers and times come as numbers, texts as texts', async () => {
  const pool = poolAt(inject('postgresUrl'))
  const { rows } = await pool.with((client) =>
    client.query(`select 9007199254740991::bigint as a, sum(x) as b, 1 as c, '7'::text as d, null::bigint as e
      from unnest(array[1, 2]::bigint[]) as x`),
  )
  expect(rows).toEqual([{ a: 9_007_199_254_740_991, b: 3, c: 1, d: '7', e: null }])
})

test('where nobody listens, that is said at once', async () => {
  const pool = poolAt(`postgres://nobody:secret@127.0.0.1:${await deadPort()}/nothing`)
  for (let attempt = 0; attempt < 3; attempt += 1) await expect(askName(pool)).rejects.toThrow(StoreUnavailable)
})

test('the next host is taken where one does not answer', async () => {
  const pool = poolAt(`postgres://${username}:${password}@127.0.0.1:${await deadPort()},${host}/postgres`)
  expect(await askName(pool)).toEqual({ name: 'postgres' })
})

test('a host that takes no writes is passed over', async () => {
  const { database: url = '' } = await placeOn('PostgreSQL')
  const name = new URL(url).pathname.slice(1)
  const admin = poolAt(inject('postgresUrl'))
  await admin.with((client) => client.query(`alter database ${name} set default_transaction_read_only = on`))
  await expect(askName(poolAt(url.replace(host, `${host},${host}`)))).rejects.toThrow(StoreUnavailable)
  // Where it is the only one, there is no successor that would know more: reading goes on.
  expect(await askName(poolAt(url))).toEqual({ name })
})

test('a connection that breaks is told as such, and the next call has another', async () => {
  const pool = poolAt(inject('postgresUrl'))
  const broken = pool.with((client) => client.query('select pg_terminate_backend(pg_backend_pid())'))
  await expect(broken).rejects.toThrow(StoreUnavailable)
  expect(await askName(pool)).toEqual({ name: 'postgres' })
})

test('a server that is slow to take one connection, and is heard by others, is asked once more', async () => {
  const { hostname, port } = new URL(inject('postgresUrl'))
  let isSlow = false
  let unanswered = 0
  // One connection is taken and never answered.
  const door = createServer((socket) => {
    socket.on('error', () => undefined)
    if (isSlow && unanswered === 0) {
      unanswered += 1
      return
    }
    const behind = connect(Number(port), hostname).on('error', () => undefined)
    socket.pipe(behind).pipe(socket)
  })
  const url = `postgres://${username}:${password}@127.0.0.1:${await listening(door)}/postgres`
  onTestFinished(() => void door.close())
  const pool = poolAt(url)
  const begun = Promise.withResolvers<undefined>()
  const heard = pool.with(async (client) => {
    begun.resolve(undefined)
    await vi.waitUntil(() => unanswered === 1)
    return backendOf(client)
  })
  await begun.promise
  isSlow = true
  // By the connection that there is, which was not given up.
  expect(await pool.with(backendOf)).toBe(await heard)
})

test('an error of what was asked is told as it is', async () => {
  const pool = poolAt(inject('postgresUrl'))
  await expect(pool.with((client) => client.query('select nothing'))).rejects.toMatchObject({ code: '42703' })
})
