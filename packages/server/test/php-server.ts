/** A PHP script as a web server runs it: PHP's own server, on a free port. */
import { type Program, startCommand } from './command-line.ts'

export interface PhpServer {
  readonly url: string
  readonly program: Program
}

/** Stopped when the test ends. */
export async function startPhp(script: string, env: Readonly<Record<string, string>> = {}): Promise<PhpServer> {
  const program = startCommand('php', ['-S', '127.0.0.1:0', script], env)
  const [, port] = await program.until(/Development Server \(http:\/\/127\.0\.0\.1:(\d+)\) started/)
  return { url: `http://127.0.0.1:${port}`, program }
}
