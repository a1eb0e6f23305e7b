/** Connects exchanges with their connections: of a request that is no HTTP or too slow, Node names the connection only. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { Exchange, type ExchangeLimits } from './exchange.ts'
import type { Answer, ApiReply } from './message.ts'
import { nextId } from './request-id.ts'

export class Connections {
  readonly #answer: Answer
  readonly #limits: ExchangeLimits
  readonly #latest = new WeakMap<Duplex, Exchange>()
  readonly #failed = new WeakSet<Duplex>()

  constructor(answer: Answer, limits: ExchangeLimits) {
    this.#answer = answer
    this.#limits = limits
  }

  /** `target` is as in the request line; by now, the request may have another. */
  begin(request: IncomingMessage, response: ServerResponse, target: string): Exchange {
    const exchange = new Exchange(request, response, { target, limits: this.#limits })
    this.#latest.set(request.socket, exchange)
    return exchange
  }

  /** For a server's `clientError`, which may come again for whatever follows. */
  async fail(error: NodeJS.ErrnoException, socket: Duplex): Promise<void> {
    if (this.#failed.has(socket) || !socket.writable) return
    this.#failed.add(socket)
    const exchange = this.#latest.get(socket)
    if (exchange?.isRunning === true) {
      exchange.interrupt(error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 'late' : 'broken')
      return
    }
    const id = nextId()
    socket.end(rawResponse(id, statusOf(error), await this.#answer({ ...nobody, id })), () => socket.destroy())
  }
}

/** What is known of a request that could not be read: no shop can be found for it. */
const nobody = {
  method: '',
  scheme: 'http' as const,
  target: '',
  host: '',
  address: '',
  contentType: undefined,
  headers: {},
  body: undefined,
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 408
  return code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
}

function rawResponse(id: string, status: number, { headers, body: given }: ApiReply): string {
  // Only a function's result can be long, and nobody called one.
  const body = typeof given === 'string' ? given : ''
  const all = { ...headers, 'request-id': id, 'content-length': Buffer.byteLength(body), connection: 'close' }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n')
}
