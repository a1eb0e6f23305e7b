/** `billkeep serve` as a process on a PostgreSQL: one of several nodes. */
import { throwAwayFolder } from '../databases.ts'
import { type Program, startProgram } from '../command-line.ts'
import { masterKey } from './cluster.ts'

export interface Node {
  readonly port: number
  readonly program: Program
}

/** Gone when the test ends. */
export async function startNode(database: string, ...options: readonly string[]): Promise<Node> {
  const program = beginNode(database, ...options)
  return { program, port: await portOf(program) }
}

/** As `startNode`, without waiting until it serves. */
export function beginNode(database: string, ...options: readonly string[]): Program {
  const args = ['--port', '0', '--host', '127.0.0.1', '--data', throwAwayFolder(), '--rate-limit', '0', ...options]
  return startProgram(['serve', ...args], { BILLKEEP_DATABASE: database, BILLKEEP_MASTER_KEY: masterKey })
}

/** Resolves when it serves. */
export async function portOf(program: Program): Promise<number> {
  const [, port] = await program.until(/listens on http:\/\/127\.0\.0\.1:(\d+)/)
  return Number(port)
}
