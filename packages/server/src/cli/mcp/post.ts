import { z } from 'zod'
import { CommandError } from '../command-error.ts'

const timeoutMs = 60_000

/** `https://shops.example.com`, with `/mcp` or not; that of a shop, `/@anna`, is for the old API. */
export function endpointIn(address: string): URL {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new CommandError(`«${address}» is not an address. Give it as https://shops.example.com`, { exitCode: 2 })
  }
  return new URL(`${url.pathname.replace(/\/+$/, '').replace(/\/(?:mcp|@[^/]*)$/, '')}/mcp`, url)
}

/** The messages that come back, most often one. Throws an Error for people. */
export async function answersOf(
  endpoint: URL,
  line: string,
  headers: Readonly<Record<string, string>>,
): Promise<readonly unknown[]> {
  const response = await post(endpoint, line, headers)
  // Not followed, as the token is for this address.
  if (response.status >= 300 && response.status < 400) {
    const to = response.headers.get('location') ?? 'elsewhere'
    throw new Error(`${endpoint.href} sends one on to ${to}. Give --url the address that it leads to.`)
  }
  const text = await response.text()
  if (response.headers.get('content-type')?.startsWith('text/event-stream') === true) return eventsIn(text)
  if (text === '') return []
  const answer = jsonIn(text)
  const problem = told.safeParse(answer)
  if (problem.success) throw new Error(`${problem.data.title}. ${problem.data.detail}`)
  if (!message.safeParse(answer).success) {
    throw new Error(`${endpoint.href} answers with HTTP ${response.status}, and not as Billkeep does.`)
  }
  return [answer]
}

async function post(endpoint: URL, body: string, headers: Readonly<Record<string, string>>): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(timeoutMs)
    return await fetch(endpoint, { method: 'POST', body, headers, redirect: 'manual', signal })
  } catch (cause) {
    throw new Error(`No answer from ${endpoint.host}. Is the address right, and Billkeep running?`, { cause })
  }
}

const message = z.object({ jsonrpc: z.literal('2.0') })
/** RFC 9457, as `/mcp` refuses whom it does not let in. */
const told = z.object({ type: z.string(), title: z.string(), detail: z.string().default('') })

function eventsIn(text: string): readonly unknown[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => (line.startsWith('data:') ? [jsonIn(line.slice('data:'.length))] : []))
    .filter((event) => message.safeParse(event).success)
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
