/** The only file here that knows Billkeep: its command line, and its server as a process. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import type { Shop } from './fixture.ts'

const program = join(import.meta.dirname, '../packages/server/bin/billkeep.mjs')

/** `billkeep ARGS…` as a process of its own, whatever the settings of this one are; `detached`: and its own group. */
export function billkeep(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  detached = false,
): ChildProcess {
  // oxlint-disable-next-line node/no-process-env -- handed on, but for what would change the meaning of ARGS
  const inherited = withoutSettings(process.env)
  return spawn(process.execPath, [program, ...args], {
    env: { ...inherited, NODE_ENV: 'production', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
    detached,
  })
}

/** Runs a command to its end and gives what it printed; rejects with what it complained of. */
export async function runBillkeep(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<string> {
  const child = billkeep(args, env)
  child.stdin?.end()
  const [printed, complained] = await Promise.all([textOf(child.stdout), textOf(child.stderr), ended(child)])
  if (child.exitCode !== 0) throw new Error(`billkeep ${args.join(' ')} ended with ${child.exitCode}: ${complained}`)
  return printed
}

/** Makes the shop, with its orders, as its owner would. */
export async function fill(dataDir: string, { login, key, domains, allowed, enabled, orders }: Shop): Promise<void> {
  const run = (args: readonly string[]): Promise<string> =>
    runBillkeep([...args, '--data', dataDir], { BILLKEEP_KEY: key })
  await run(['shop', 'create', login])
  for (const domain of domains) await run(['shop', 'domain', 'add', login, domain])
  if (allowed.length > 0) await run(['shop', 'allow', login, ...allowed])
  if (!enabled) await run(['shop', 'disable', login])
  if (orders !== undefined) await run(['orders', 'import', orders, '--shop', login])
}

export interface RunningServer {
  readonly port: number
  readonly pid: number
  /** Everything that it has logged so far. */
  log(): string
  /** Ends it as an operator would; resolves to its exit code. */
  stop(): Promise<number | null>
  /** Takes it away as a power cut would, with all its workers; resolves when all are gone. */
  kill(): Promise<void>
}

export interface ServeOptions {
  /** Left out: calls are counted, but the limit is out of reach. */
  readonly callsPerMinute?: number
  /** What Node is told. */
  readonly nodeOptions?: string
  /** Processes that share the work. */
  readonly workers?: number
  /** More options of the command. */
  readonly further?: readonly string[]
  /** Takes it away, whether it serves by then or not. */
  readonly killed?: AbortSignal
}

/** Serves the data folder on a free port of 127.0.0.1. */
export async function serve(dataDir: string, options: ServeOptions = {}): Promise<RunningServer> {
  const { callsPerMinute = 100_000_000, nodeOptions = '', workers = 1, further = [], killed } = options
  const args = ['--host', '127.0.0.1', '--port', '0', '--data', dataDir, '--rate-limit', String(callsPerMinute)]
  const hasGroup = workers > 1
  const child = billkeep(
    ['serve', ...args, '--workers', String(workers), ...further],
    { NODE_OPTIONS: nodeOptions },
    hasGroup,
  )
  const { stdout, stderr, pid } = child
  if (stdout === null || stderr === null || pid === undefined) throw new Error('The server could not be started.')
  // Workers hold the same pipes: these are closed when the last of all processes is gone.
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => {
      resolve()
    })
  })
  killed?.addEventListener('abort', () => child.kill('SIGKILL'))
  let log = ''
  stderr.setEncoding('utf8').on('data', (part: string) => {
    log += part
  })
  for await (const line of createInterface({ input: stdout })) {
    const port = /http:\/\/127\.0\.0\.1:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    stdout.resume()
    return {
      port: Number(port),
      pid,
      log: () => log,
      async stop() {
        child.kill('SIGTERM')
        await ended(child)
        return child.exitCode
      },
      async kill() {
        stdout.resume()
        if (hasGroup) killGroup(pid)
        else child.kill('SIGKILL')
        await closed
      },
    }
  }
  throw new Error(`The server ended before it listened: ${log}`)
}

/** One that is gone already is no matter. */
function killGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}

/** Resolves when the process is gone and has closed what it wrote to. */
async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

async function textOf(stream: ChildProcess['stdout']): Promise<string> {
  return stream === null ? '' : text(stream)
}

function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('BILLKEEP_') && name !== 'PORT'))
}
