/** `billkeep serve` as a process on a PostgreSQL: one of several nodes. */
import { join } from 'node:path'
import { throwAwayFolder } from '../databases.ts'
import { type Program, startProgram } from '../command-line.ts'
import { masterKey } from './cluster.ts'

export interface Node {
  readonly port: number
  readonly program: Program
}

/** How wrong a node's clock is, and from when on: so long after its start. */
export interface WrongClock {
  readonly byMs: number
  readonly afterMs: number
}

/** Gone when the test ends. */
export async function startNode(database: string, ...options: readonly string[]): Promise<Node> {
  const program = beginNode(database, ...options)
  return { program, port: await portOf(program) }
}

/** As `startNode`, on a machine whose clock is wrong. */
export async function startNodeAt(clock: WrongClock, database: string, ...options: readonly string[]): Promise<Node> {
  const program = begin(database, options, {
    NODE_OPTIONS: `--import ${clockFile}`,
    BILLKEEP_FAULTS_CLOCK_MS: String(clock.byMs),
    BILLKEEP_FAULTS_CLOCK_AFTER_MS: String(clock.afterMs),
  })
  return { program, port: await portOf(program) }
}

const clockFile = join(import.meta.dirname, 'clock-program.ts')

/** As `startNode`, without waiting until it serves. */
export function beginNode(database: string, ...options: readonly string[]): Program {
  return begin(database, options, {})
}

function begin(database: string, options: readonly string[], env: Readonly<Record<string, string>>): Program {
  const args = ['--port', '0', '--host', '127.0.0.1', '--data', throwAwayFolder(), '--rate-limit', '0', ...options]
  return startProgram(['serve', ...args], { BILLKEEP_DATABASE: database, BILLKEEP_MASTER_KEY: masterKey, ...env })
}

/** Resolves when it serves. */
export async function portOf(program: Program): Promise<number> {
  const [, port] = await program.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
  return Number(port)
}
