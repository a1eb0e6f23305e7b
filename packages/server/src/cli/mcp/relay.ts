/** MCP for a shop elsewhere: hands each message on to `/mcp` there, and the answer back. */
import { createInterface } from 'node:readline'
import type { Io } from '../io.ts'
import { headersOf, type Message, messageIn, refusal, settledVersion } from './message.ts'
import { answersOf, endpointIn } from './post.ts'

export interface Elsewhere {
  readonly url: string
  readonly token: string
}

/** Resolves when the client has closed its end and everything is answered. */
export async function relay(io: Io, { url, token }: Elsewhere): Promise<void> {
  const endpoint = endpointIn(url)
  /** Of the protocol, where the client is one that settles it once. */
  let version: string | undefined

  async function handOn(line: string, message: Message): Promise<void> {
    const answers = await answersOf(endpoint, line, headersOf(message, { token, version })).catch((error: unknown) => [
      refusal(message, error instanceof Error ? error.message : String(error)),
    ])
    for (const answer of answers) {
      version = settledVersion(message, answer) ?? version
      if (answer !== undefined) io.stdout.write(`${JSON.stringify(answer)}\n`)
    }
  }

  const running = new Set<Promise<void>>()
  for await (const line of createInterface({ input: io.stdin })) {
    if (line.trim() === '') continue
    const message = messageIn(line)
    const handed = handOn(line, message).finally(() => running.delete(handed))
    running.add(handed)
    // What follows needs what this settles.
    if (message.method === 'initialize') await handed
  }
  await Promise.all(running)
}
