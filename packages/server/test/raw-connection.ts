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
    const length = isHead ? 0 : Number(headers.get('content-length') ?? 0)
    if (this.#received.length < end + 4 + length) return undefined
    const body = this.#received.toString('utf8', end + 4, end + 4 + length)
    this.#received = this.#received.subarray(end + 4 + length)
    return { status: Number(statusLine.split(' ')[1]), headers, body }
  }
}

function headerIn(line: string): [name: string, value: string] {
  const colon = line.indexOf(':')
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
}
