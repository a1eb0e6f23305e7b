/** A connection that sends exactly the bytes it is given and reads replies as they come. */
import { once } from 'node:events'
import { connect as connectPlain, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { onTestFinished } from 'vitest'

export interface RawReply {
  readonly status: number
  /** By name in lower case. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
  /** What came after a body in chunks, by name in lower case. */
  readonly trailers: ReadonlyMap<string, string>
}

export interface ConnectOptions {
  readonly port: number
  readonly host?: string
  /** HTTPS: the name the certificate must be for, and the certificate that vouches for it. */
  readonly tls?: { readonly servername: string; readonly ca: string }
}

/** A connection for the test that is running. */
export async function testConnection(options: ConnectOptions): Promise<RawConnection> {
  const connection = await RawConnection.open(options)
  onTestFinished(() => {
    connection.close()
  })
  return connection
}

export class RawConnection {
  readonly closed: Promise<unknown>
  readonly #socket: Socket
  #received = Buffer.alloc(0)
  #wake = (): void => {}

  static async open({ port, host = '127.0.0.1', tls }: ConnectOptions): Promise<RawConnection> {
    const socket = tls === undefined ? connectPlain({ port, host }) : connectTls({ port, host, ...tls })
    await once(socket, tls === undefined ? 'connect' : 'secureConnect')
    return new RawConnection(socket)
  }

  private constructor(socket: Socket) {
    this.#socket = socket
    this.closed = new Promise((resolve) => {
      socket.once('close', resolve)
    })
    socket.on('data', (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk])
      this.#wake()
    })
    // What the server did not read when it closed comes back as a reset; the tests look at the replies.
    socket.on('error', () => {})
    socket.once('close', () => this.#wake())
  }

  /** Text as latin1: a character is a byte. */
  send(bytes: string | Buffer): this {
    this.#socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes)
    return this
  }

  /** The next reply; `100 Continue` counts. Rejects if the connection ends before. */
  async reply({ isHead = false } = {}): Promise<RawReply> {
    for (;;) {
      const reply = this.#take(isHead)
      if (reply !== undefined) return reply
      if (this.#socket.closed) throw new Error(`The connection was closed after: ${this.#received.toString('latin1')}`)
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  close(): void {
    this.#socket.destroy()
  }

  #take(isHead: boolean): RawReply | undefined {
    const end = this.#received.indexOf('\r\n\r\n')
    if (end === -1) return undefined
    const [statusLine = '', ...lines] = this.#received.toString('latin1', 0, end).split('\r\n')
    const headers = new Map(lines.map(headerIn))
    const status = Number(statusLine.split(' ')[1])
    const rest = this.#received.subarray(end + 4)
    const content = isHead ? nothing : this.#content(headers, rest)
    if (content === undefined) return undefined
    this.#received = rest.subarray(content.end)
    return { status, headers, body: content.body.toString('utf8'), trailers: content.trailers }
  }

  #content(headers: ReadonlyMap<string, string>, rest: Buffer): Content | undefined {
    if (headers.get('transfer-encoding') === 'chunked') return chunksIn(rest)
    const length = headers.get('content-length')
    // Before HTTP/1.1, a body without a length ends with the connection.
    if (length === undefined && headers.get('connection') === 'close') {
      return this.#socket.closed ? { body: rest, end: rest.length, trailers: new Map() } : undefined
    }
    const end = Number(length ?? 0)
    return rest.length < end ? undefined : { body: rest.subarray(0, end), end, trailers: new Map() }
  }
}

interface Content {
  readonly body: Buffer
  /** Where it ends among what was received. */
  readonly end: number
  readonly trailers: ReadonlyMap<string, string>
}

const nothing: Content = { body: Buffer.alloc(0), end: 0, trailers: new Map() }

/** Undefined as long as the last chunk, or what follows it, is not there. */
function chunksIn(bytes: Buffer): Content | undefined {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const line = bytes.indexOf('\r\n', at)
    if (line === -1) return undefined
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16)
    if (length === 0) {
      const hasTrailers = bytes.toString('latin1', line + 2, line + 4) !== '\r\n'
      const end = hasTrailers ? bytes.indexOf('\r\n\r\n', line) : line
      if (end === -1 || bytes.length < end + 4) return undefined
      const lines = hasTrailers ? bytes.toString('latin1', line + 2, end).split('\r\n') : []
      return { body: Buffer.concat(chunks), end: end + 4, trailers: new Map(lines.map(headerIn)) }
    }
    chunks.push(bytes.subarray(line + 2, line + 2 + length))
    at = line + 2 + length + 2
  }
}

function headerIn(line: string): [name: string, value: string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}
