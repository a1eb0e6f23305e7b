// A living PHP to compare with: its functions through a pipe, its POST parser over the loopback address.

import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { ByteString } from '../../src/bytes.ts'
import type { PlainForm, PlainValue } from '../../src/form-data.ts'
import type { FormTree } from '../../src/form.ts'

/** A form as pairs, which JSON can carry and tests can compare, order included. */
export type Pairs = readonly (readonly [ByteString, ByteString | Pairs])[]
/** What PHP makes of a body, and how it writes that again. */
export type PhpForm = { pairs: Pairs; query: ByteString }

/** No php.ini, so that the machine's settings do not matter; limits so high that only our own are met. */
const options = ['-n', '-d', 'max_input_vars=1000000', '-d', 'max_input_nesting_level=1000']

/** PHP's `parse_str` and `http_build_query`, many cases a round trip. */
export class PhpPipe {
  readonly #process = spawn('php', [...options, join(import.meta.dirname, 'forms.php')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  readonly #lines = createInterface(this.#process.stdout)[Symbol.asyncIterator]()

  /** `parse_str` cuts a body at a raw NUL; for those, see {@link PhpServer}. */
  async read(bodies: readonly ByteString[]): Promise<readonly PhpForm[]> {
    const line = await this.#run(JSON.stringify({ read: bodies.map(base64Of) }))
    return formsIn(line)
  }

  async write(data: readonly PlainForm[]): Promise<readonly ByteString[]> {
    const line = await this.#run(`{"write":${jsonOf(data)}}`)
    return queriesIn(line)
  }

  stop(): Promise<void> {
    return stopped(this.#process)
  }

  async #run(job: string): Promise<string> {
    this.#process.stdin.write(`${job}\n`)
    const line = await this.#lines.next()
    if (line.done === true) throw new Error('PHP ended before it answered.')
    return line.value
  }
}

/** PHP's POST parser, behind its built-in web server: one case a request. */
export class PhpServer {
  readonly #process: ChildProcess
  readonly #url: string

  private constructor(process: ChildProcess, url: string) {
    this.#process = process
    this.#url = url
  }

  static async start(): Promise<PhpServer> {
    const args = [...options, '-S', '127.0.0.1:0', join(import.meta.dirname, 'post.php')]
    const process = spawn('php', args, { stdio: ['ignore', 'ignore', 'pipe'] })
    // The port it was given stands in the first line of its log; the rest of the log must be read for it to go on.
    const url = await new Promise<string>((resolve, reject) => {
      createInterface(process.stderr).on('line', (line) => {
        const [found] = /http:[^)]+/.exec(line) ?? []
        if (found !== undefined) resolve(found)
      })
      process.on('error', reject)
    })
    return new PhpServer(process, url)
  }

  async post(body: ByteString): Promise<PhpForm> {
    const headers = { 'Content-Type': 'application/x-www-form-urlencoded' }
    const reply = await fetch(this.#url, { method: 'POST', headers, body: Buffer.from(body, 'latin1') })
    const [form] = formsIn(await reply.text())
    if (form === undefined) throw new Error('PHP answered nothing.')
    return form
  }

  stop(): Promise<void> {
    return stopped(this.#process)
  }
}

/** Our form in the shape in which PHP's arrives. */
export function pairsOf(form: FormTree): Pairs {
  return Array.from(form, ([key, value]) => [key, typeof value === 'string' ? value : pairsOf(value)])
}

export function base64Of(bytes: ByteString): string {
  return Buffer.from(bytes, 'latin1').toString('base64')
}

export function bytesIn(base64: string): ByteString {
  return Buffer.from(base64, 'base64').toString('latin1')
}

/** Data as JSON, a map becoming an object with its keys in its own order. */
function jsonOf(value: PlainValue | readonly PlainForm[]): string {
  if (isMap(value)) {
    return `{${Array.from(value, ([key, child]) => `${JSON.stringify(String(key))}:${jsonOf(child)}`).join(',')}}`
  }
  return Array.isArray(value) ? `[${value.map(jsonOf).join(',')}]` : JSON.stringify(value)
}

function isMap(value: unknown): value is ReadonlyMap<string | number, PlainValue> {
  return value instanceof Map
}

/** The PHP programs beside this file answer in this shape, every key and value in base64. */
function formsIn(json: string): readonly PhpForm[] {
  const forms = JSON.parse(json) as readonly (readonly [pairs: Pairs, query: string])[]
  return forms.map(([pairs, query]) => ({ pairs: decoded(pairs), query: bytesIn(query) }))
}

/** And in this one. */
function queriesIn(json: string): readonly ByteString[] {
  const queries = JSON.parse(json) as readonly string[]
  return queries.map(bytesIn)
}

function decoded(pairs: Pairs): Pairs {
  return pairs.map(([key, value]) => [bytesIn(key), typeof value === 'string' ? bytesIn(value) : decoded(value)])
}

async function stopped(process: ChildProcess): Promise<void> {
  process.kill()
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
}
