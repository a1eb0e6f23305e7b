/** Receivers of notifications: real HTTP servers that answer as they are told. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Receiver {
  readonly url: string
  /** What arrived, in the order in which it did. */
  readonly received: URLSearchParams[]
  /** The path and query of each. */
  readonly targets: string[]
  readonly requests: { readonly headers: Readonly<Record<string, string>>; readonly body: string }[]
  /** Changes what is answered from now on. */
  answer: (response: ServerResponse) => void
  /** Resolves when so many have arrived. */
  until(count: number): Promise<void>
}

export async function receiver(answer: Receiver['answer'] = (response) => response.end('thanks')): Promise<Receiver> {
  let arrived = Promise.withResolvers<void>()
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      self.received.push(new URLSearchParams(body))
      self.targets.push(request.url ?? '')
      self.requests.push({ headers: headersOf(request), body })
      self.answer(response)
      arrived.resolve()
      arrived = Promise.withResolvers()
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const self: Receiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received: [],
    targets: [],
    requests: [],
    answer,
    async until(count) {
      while (self.received.length < count) await arrived.promise
    },
  }
  return self
}

function headersOf({ headers }: IncomingMessage): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]))
}
