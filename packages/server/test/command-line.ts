/** The command line `billkeep`: in this process for what a command does, as a real program where the process matters. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { onTestFinished } from 'vitest'
import type { Io, StopSignal } from '../src/cli/io.ts'
import { run } from '../src/cli/run.ts'
import { tester } from './tester.ts'

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface CommandOptions {
  readonly env?: Io['env']
  readonly stdin?: Readable | string
  /** Whether standard error is a terminal. */
  readonly isTerminal?: boolean
  /** The real one if left out. */
  readonly clock?: () => number
  /** Aborts when somebody presses Ctrl-C. */
  readonly interrupt?: AbortSignal
}

/** Runs a command in this process, in a terminal 120 columns wide. */
export async function billkeep(args: readonly string[], options: CommandOptions = {}): Promise<Outcome> {
  const { env = {}, stdin = '', isTerminal = false, clock = Date.now, interrupt } = options
  const out = sink(false)
  const err = sink(isTerminal)
  const code = await run(args, {
    env,
    stdin: typeof stdin === 'string' ? Readable.from(stdin === '' ? [] : [Buffer.from(stdin)]) : stdin,
    stdout: out.stream,
    stderr: err.stream,
    user: () => tester.name,
    clock,
    onStop: (listener) => onAbort(interrupt, listener),
  })
  return { code, out: out.text(), err: err.text() }
}

/** For commands that must succeed: what they print with `--json`. */
export async function billkeepJson(args: readonly string[], options?: CommandOptions): Promise<unknown> {
  const { code, out, err } = await billkeep([...args, '--json'], options)
  if (code !== 0) throw new Error(`billkeep ${args.join(' ')} ended with ${code}: ${err}`)
  return JSON.parse(out)
}

export interface Program {
  readonly process: ChildProcess
  /** What it has printed so far. */
  readonly out: () => string
  readonly err: () => string
  /** Resolves when it has printed this, on standard output or error; rejects if it ends before. */
  until(pattern: RegExp): Promise<RegExpExecArray>
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>
  /** Ends it whatever it does. */
  readonly kill: () => Promise<void>
}

const programFile = join(import.meta.dirname, '../bin/billkeep.mjs')
const watchFile = join(import.meta.dirname, 'sql/watch-program.ts')

/** Starts the real program on this Node; killed if it is still there when the test ends. */
export function startProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return startCommand(process.execPath, nodeArgs(args, env), env)
}

/** On PostgreSQL its statements are judged as those of tests are; elsewhere that would only make its start slower. */
function nodeArgs(args: readonly string[], env: Readonly<Record<string, string>>): readonly string[] {
  const isOnPostgres = args.includes('--database') || 'BILLKEEP_DATABASE' in env
  return [...(isOnPostgres ? ['--import', watchFile] : []), programFile, ...args]
}

/** As `startProgram`, for any other. */
export function startCommand(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Program {
  const program = spawnCommand(command, args, env)
  onTestFinished(program.kill)
  return program
}

/** As `startProgram`, for a program that several tests share. */
export function spawnProgram(args: readonly string[], env: Readonly<Record<string, string>> = {}): Program {
  return spawnCommand(process.execPath, nodeArgs(args, env), env)
}

function spawnCommand(command: string, args: readonly string[], env: Readonly<Record<string, string>>): Program {
  const child = spawn(command, args, { env: { ...process.env, ...env } })
  const ended = once(child, 'close').then(() => child.exitCode ?? child.signalCode)
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  return {
    process: child,
    out: () => out,
    err: () => err,
    ended,
    async until(pattern) {
      for (;;) {
        const match = pattern.exec(out) ?? pattern.exec(err)
        if (match !== null) return match
        const printed = Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')])
        const isOver = await Promise.race([printed.then(() => false), ended.then(() => true)])
        if (isOver) throw new Error(`It ended before it printed ${String(pattern)}:\n${out}\n${err}`)
      }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

function onAbort(signal: AbortSignal | undefined, listener: (signal: StopSignal) => void): () => void {
  const hear = (): void => {
    listener('SIGINT')
  }
  signal?.addEventListener('abort', hear)
  return () => signal?.removeEventListener('abort', hear)
}

function sink(isTTY: boolean): { stream: Writable & { isTTY: boolean; columns: number }; text: () => string } {
  const chunks: Buffer[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk)
      done()
    },
  })
  return {
    stream: Object.assign(stream, { isTTY, columns: 120 }),
    text: () => Buffer.concat(chunks).toString('utf8'),
  }
}
