/** Servers and loads as processes, each on a core of its own where the system can do that. */
import { execFile, fork, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Flood, FloodResult } from './programs/flood.ts'
import type { Load, LoadResult } from './programs/load.ts'

const canPin = availableParallelism() > 1 && spawnSync('taskset', ['--version']).status === 0

export const pinning = canPin ? 'server on core 0, load on core 1' : 'not pinned to cores'

const serverCore = 0
const loadCore = 1

/** The command that runs the given one on that core. */
function onCore(core: number, command: string, args: readonly string[]): [command: string, args: string[]] {
  return canPin ? ['taskset', ['-c', String(core), command, ...args]] : [command, [...args]]
}

export interface Server {
  readonly port: number
  readonly pid: number
  /** From the start of the process to the line that tells its address, in milliseconds. */
  readonly startMs: number
  /** Of the server's event loop since the last call, in milliseconds; for servers that were started with `stops.ts`. */
  longestStopMs(): Promise<number>
  stop(): Promise<void>
}

const billkeep = join(import.meta.dirname, '../packages/server/bin/billkeep.mjs')

/** Without limits of calls in the way: they are counted, but the limit is out of reach. */
export function startBillkeep(dataDir: string, ...options: readonly string[]): Promise<Server> {
  return start(serverCore, [...serveArguments(dataDir), ...options])
}

function serveArguments(dataDir: string): readonly string[] {
  return [billkeep, 'serve', '--port', '0', '--data', dataDir, '--rate-limit', '1000000']
}

/** As `startBillkeep`, telling its `longestStopMs`. */
export function startWatched(dataDir: string): Promise<Server> {
  return start(serverCore, ['--import', join(import.meta.dirname, 'programs/stops.ts'), ...serveArguments(dataDir)])
}

/** A program of `programs/` that serves and prints its address. */
export function startProgram(name: string, ...args: readonly (string | number)[]): Promise<Server> {
  return start(serverCore, [join(import.meta.dirname, 'programs', name), ...args.map(String)])
}

/** As `startProgram`, on the core of the load: what the server under test calls. */
export function startCounterpart(name: string): Promise<Server> {
  return start(loadCore, [join(import.meta.dirname, 'programs', name)])
}

/** Moves a process, and those that it starts, to the core of the servers. */
export function moveToServerCore(pid: number): void {
  if (canPin) spawnSync('taskset', ['-a', '-p', '-c', String(serverCore), String(pid)])
}

async function start(core: number, script: readonly string[]): Promise<Server> {
  const began = performance.now()
  const child = spawn(...onCore(core, process.execPath, script), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  for await (const line of createInterface({ input: child.stdout })) {
    const port = /http:\/\/[^\s/]+:(\d+)/.exec(line)?.[1]
    if (port === undefined) continue
    child.stdout.resume()
    return {
      port: Number(port),
      pid: child.pid ?? 0,
      startMs: performance.now() - began,
      longestStopMs: () => longestStop(child),
      stop: () => stop(child),
    }
  }
  throw new Error(`${script.join(' ')} ended before it listened. ${said}`)
}

async function longestStop(child: ChildProcess): Promise<number> {
  const told = Promise.withResolvers<number>()
  child.stderr?.on('data', (chunk: Buffer) => {
    const longest = /longest stop ([\d.]+) ms/.exec(chunk.toString())?.[1]
    if (longest !== undefined) told.resolve(Number(longest))
  })
  child.kill('SIGUSR2')
  return told.promise
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

export async function runLoad(load: Load): Promise<LoadResult> {
  return onLoadCore('load.ts', load)
}

export async function runFlood(flood: Flood): Promise<FloodResult> {
  return onLoadCore('flood.ts', flood)
}

/** Runs a program of `programs/` that takes one message and answers with one. */
async function onLoadCore<Result>(program: string, task: object): Promise<Result> {
  const [execPath, [...before]] = onCore(loadCore, process.execPath, [])
  const child = fork(join(import.meta.dirname, 'programs', program), {
    execPath,
    execArgv: before,
    serialization: 'advanced',
  })
  child.send(task)
  return new Promise((resolve, reject) => {
    child.once('message', (result: Result) => resolve(result))
    child.once('exit', (code) => (code === 0 ? undefined : reject(new Error(`The load ended with ${code}.`))))
  })
}

/** A command on the load's core; gives what it prints. */
export async function runOnLoadCore(command: string, args: readonly string[]): Promise<string> {
  return (await promisify(execFile)(...onCore(loadCore, command, args))).stdout
}

/** Runs a program of `programs/` on the server's core; gives what it prints. */
export async function runProgram(name: string, ...args: readonly (string | number)[]): Promise<string> {
  const script = [join(import.meta.dirname, 'programs', name), ...args.map(String)]
  return (await promisify(execFile)(...onCore(serverCore, process.execPath, script))).stdout
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
