/** HTTP over a plain socket, byte by byte as it was meant: other clients mend what is to be tested. */
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

export interface RawReply {
  readonly status: number
  /** Names in lower case; of a repeated header all values, joined with a comma. */
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
}

export interface Address {
  readonly host: string
  readonly port: number
}

export class NoHttpError extends Error {
  override readonly name = 'NoHttpError'
}

/** Cuts what comes on a connection into replies. Throws NoHttpError for anything that is none. */
export class ReplyReader {
  readonly replies: RawReply[] = []
  readonly #isHead: (reply: number, status: number) => boolean
  #rest: Buffer = Buffer.alloc(0)

  /** `isHead`: whether the nth reply answers a HEAD, and so has no body whatever it says. */
  constructor(isHead: (reply: number, status: number) => boolean = () => false) {
    this.#isHead = isHead
  }

  push(chunk: Buffer): void {
    this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk])
    while (this.#takeOne());
  }

  /** The connection has ended: nothing may be left over. */
  end(): void {
    if (this.#rest.length > 0) throw new NoHttpError(`The connection ended within a reply: ${shown(this.#rest)}`)
  }

  #takeOne(): boolean {
    const headEnd = this.#rest.indexOf('\r\n\r\n')
    const start = this.#rest.toString('latin1', 0, Math.min(this.#rest.length, 9))
    if (!'HTTP/1.1 '.startsWith(start)) throw new NoHttpError(`This is no HTTP reply: ${shown(this.#rest)}`)
    if (headEnd === -1) return false
    const { status, headers } = parseHead(this.#rest.toString('latin1', 0, headEnd))
    const after = this.#rest.subarray(headEnd + 4)
    const body = this.#bodyIn(after, status, headers)
    if (body === undefined) return false
    this.#rest = after.subarray(body.bytes)
    // What comes before the reply proper, such as 100 Continue, is no reply.
    if (status >= 200) this.replies.push({ status, headers, body: body.body })
    return this.#rest.length > 0
  }

  #bodyIn(after: Buffer, status: number, headers: ReadonlyMap<string, string>): Body | undefined {
    const isEmpty = status < 200 || status === 204 || status === 304 || this.#isHead(this.replies.length, status)
    if (isEmpty) return { body: Buffer.alloc(0), bytes: 0 }
    if (headers.get('transfer-encoding') === 'chunked') return chunkedBody(after)
    const length = headers.get('content-length')
    if (length === undefined || !/^\d+$/.test(length)) throw new NoHttpError('A reply does not say how long it is.')
    const bytes = Number(length)
    return after.length < bytes ? undefined : { body: after.subarray(0, bytes), bytes }
  }
}

interface Body {
  readonly body: Buffer
  /** What it takes on the connection. */
  readonly bytes: number
}

function parseHead(text: string): Pick<RawReply, 'status' | 'headers'> {
  const [first = '', ...lines] = text.split('\r\n')
  const status = /^HTTP\/1\.1 ([1-5]\d\d) [\x20-\x7e]*$/.exec(first)?.[1]
  if (status === undefined) throw new NoHttpError(`This is no status line: ${JSON.stringify(first)}`)
  const headers = new Map<string, string>()
  for (const line of lines) {
    const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([\x20-\x7e\t\x80-\xff]*?)[ \t]*$/.exec(line) ?? []
    if (name === undefined || value === undefined) throw new NoHttpError(`This is no header: ${JSON.stringify(line)}`)
    const known = headers.get(name.toLowerCase())
    headers.set(name.toLowerCase(), known === undefined ? value : `${known}, ${value}`)
  }
  return { status: Number(status), headers }
}

function chunkedBody(after: Buffer): Body | undefined {
  const chunks: Buffer[] = []
  for (let at = 0; ;) {
    const lineEnd = after.indexOf('\r\n', at)
    if (lineEnd === -1) return undefined
    const size = Number.parseInt(after.toString('latin1', at, lineEnd), 16)
    const end = lineEnd + 2 + size
    if (after.length < end + 2) return undefined
    if (size === 0) return { body: Buffer.concat(chunks), bytes: end + 2 }
    chunks.push(after.subarray(lineEnd + 2, end))
    at = end + 2
  }
}

export interface Sending {
  /** How many replies to wait for; the connection may end before. */
  readonly replies?: number
  /** Sends each piece by itself, as far as the system lets that be. */
  readonly pieces?: readonly Uint8Array[]
  /** Says after the last piece that no more will come, but goes on listening. */
  readonly halfClose?: boolean
}

/** Sends bytes on a new connection and gives the replies that came before it had enough or the other side hung up. */
export async function send(address: Address, bytes: Uint8Array, sending: Sending = {}): Promise<readonly RawReply[]> {
  const { replies: wanted = 1, pieces = [bytes], halfClose = false } = sending
  const reader = new ReplyReader()
  const socket = connect(address)
  socket.setNoDelay(true)
  try {
    await once(socket, 'connect')
    const received = receive(socket, reader, wanted)
    for (const piece of pieces) {
      if (!socket.writable) break
      socket.write(piece)
      if (pieces.length > 1) await nextTurn()
    }
    if (halfClose) socket.end()
    await received
    return reader.replies
  } finally {
    socket.destroy()
  }
}

export async function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

async function receive(socket: Socket, reader: ReplyReader, wanted: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const attempt = (work: () => void): void => {
      try {
        work()
      } catch (error) {
        reject(error instanceof Error ? error : new Error(String(error)))
      }
    }
    socket.on('data', (chunk: Buffer) => {
      attempt(() => {
        reader.push(chunk)
        if (reader.replies.length >= wanted) resolve()
      })
    })
    socket.on('end', () => {
      attempt(() => {
        reader.end()
        resolve()
      })
    })
    socket.on('error', reject)
    socket.on('close', () => {
      resolve()
    })
  })
}

export function shown(bytes: Buffer): string {
  const most = 2_000
  const text = JSON.stringify(bytes.toString('latin1', 0, most))
  return bytes.length > most ? `${text} and ${bytes.length - most} bytes more` : text
}
