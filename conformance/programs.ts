/** Programs as integrators write them, and what each of them asks. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Bills } from './fixture.ts'

export interface Program {
  readonly file: string
  /** What runs it, beside Node: a name in scripts/tools.ts. */
  readonly tool?: 'php' | 'python3'
  /** How it signs, and what it sends. */
  readonly manner: string
}

export const programs: readonly Program[] = [
  { file: 'php/curl.php', tool: 'php', manner: 'curl; PHP form, signed and sent' },
  { file: 'php/stream.php', tool: 'php', manner: 'file_get_contents over HTTP/1.0; PHP form, signed and sent' },
  { file: 'php/rfc3986.php', tool: 'php', manner: 'curl; PHP form signed, %20 and raw ~ sent' },
  { file: 'php/multipart.php', tool: 'php', manner: 'curl with an array, which makes it multipart; PHP form signed' },
  { file: 'php/proxy.php', tool: 'php', manner: 'curl through an HTTP proxy, so with an absolute-form target' },
  { file: 'python/get_bills.py', tool: 'python3', manner: 'urllib; raw ~, signed as sent' },
  { file: 'python/quoted.py', tool: 'python3', manner: 'http.client; %20 and raw ~, signed as sent; hash in capitals' },
  { file: 'node/fetch.mjs', manner: 'fetch with URLSearchParams, signed as sent' },
  { file: 'node/encode-uri-component.mjs', manner: 'node:http; encodeURIComponent signed, URLSearchParams sent' },
]

export interface Call {
  /** host:port to connect to. */
  readonly address: string
  /** The shop's host name. */
  readonly host: string
  readonly login: string
  readonly key: string
  readonly email: string
  /** Left out: all orders. */
  readonly status?: string
}

/** What each program prints. */
export interface Finding {
  /** Whether the answer's hash is right; if not, the program believes nothing else in it. */
  readonly genuine: boolean
  readonly code?: number
  readonly text?: string
  readonly orders?: Bills | readonly never[]
}

const run = promisify(execFile)

export async function ask({ file, tool }: Program, call: Call): Promise<Finding> {
  const { address, host, login, key, email, status } = call
  const path = join(import.meta.dirname, 'programs', file)
  const args = [path, address, host, login, key, email, ...(status === undefined ? [] : [status])]
  const { stdout } = await run(
    tool ?? process.execPath,
    tool === 'php' ? ['-d', 'display_errors=stderr', ...args] : args,
  )
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test compares it with what it should be
  return JSON.parse(stdout) as Finding
}
