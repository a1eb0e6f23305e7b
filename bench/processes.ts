/** Servers and loads as processes, each on a core of its own where the system can do that. */
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Load, LoadResult } from './load.ts'

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

export const pinning = canPin ? 'server on core 0, load on core 1' : 'not pinned to cores'

export interface Server {
  readonly port: number
  readonly pid: number
  /** From the start of the process to the line that tells its address, in milliseconds. */
  readonly startMs: number
  stop(): Promise<void>
}

const program = join(import.meta.dirname, '../packages/server/bin/billkeep.mjs')

/** Without limits of calls in the way: they are counted, but the limit is out of reach. */
export function startBillkeep(dataDir: string): Promise<Server> {
  return start([program, 'serve', '--port', '0', '--data', dataDir, '--rate-limit', '1000000'])
}

export function startReference(answerBytes: number): Promise<Server> {
  return start([join(import.meta.dirname, 'reference.ts'), String(answerBytes)])
}

async function start(args: readonly string[]): Promise<Server> {
  const began = performance.now()
  const command = canPin ? 'taskset' : process.execPath
  const rest = canPin ? ['-c', '0', process.execPath, ...args] : args
  const child = spawn(command, rest, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /http:\/\/[^\s/]+:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    child.stdout.resume()
    return { port: Number(port), pid: child.pid ?? 0, startMs: performance.now() - began, stop: () => stop(child) }
  }
  throw new Error(`${args.join(' ')} ended before it listened.`)
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export async function runLoad(load: Load): Promise<LoadResult> {
  const script = join(import.meta.dirname, 'load.ts')
  const execPath = canPin ? 'taskset' : process.execPath
  const execArgv = canPin ? ['-c', '1', process.execPath] : []
  const child = fork(script, { execPath, execArgv, serialization: 'advanced' })
  child.send(load)
  return new Promise((resolve, reject) => {
    child.once('message', (result: LoadResult) => resolve(result))
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`The load ended with ${code}.`))))
  })
}

/** Memory of a process in MB: all that is resident, and the part that is not mapped from files. Linux only. */
export function memoryOf(pid: number): { residentMb: number; anonymousMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mb = (name: string): number => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_000
  return { residentMb: mb('VmRSS'), anonymousMb: mb('RssAnon') }
}

/** Makes the system forget what it keeps of a file in memory; false where that cannot be done. */
export function dropFromCache(file: string): boolean {
  return spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0'], { stdio: 'ignore' }).status === 0
}
