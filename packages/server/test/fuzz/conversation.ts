/** One connection: what is said on it, and how it went. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import {
  type Address,
  NoHttpError,
  nextTurn,
  type RawReply,
  ReplyReader,
  shown,
} from '../../../../conformance/raw-http.ts'
import { brokenEnding, type Ending } from './broken.ts'
import { faultIn } from './oracle.ts'
import { Random } from './random.ts'
import { plainRequest, type Request, soundRequest } from './requests.ts'

export interface Conversation {
  /** Sound, one behind the other. */
  readonly requests: readonly Request[]
  readonly ending: Ending | undefined
  /** Whether the ending is sent without waiting for the replies. */
  readonly isHasty: boolean
  /** The bytes are sent in pieces that end here. */
  readonly cuts: readonly number[]
}

/** The same for the same seed and number, on whatever server. */
export function conversationOf(seed: number, number: number): Conversation {
  const random = new Random(seed, number)
  const count = random.pick([0, 1, 3, 10, 40])
  const ending = random.once(2) ? brokenEnding(random) : undefined
  const requests = [
    ...random.list(count, () => (random.once(10) ? plainRequest() : soundRequest(random, false))),
    ...(ending === undefined ? [soundRequest(random, true)] : []),
  ]
  const bytes = requests.reduce((sum, request) => sum + request.bytes.length, 0)
  const cuts = random.list(random.pick([0, 0, 1, 5]), () => random.below(bytes + 1)).toSorted((a, b) => a - b)
  return { requests, ending, isHasty: random.once(2), cuts }
}

export function requestsIn({ requests, ending }: Conversation): number {
  return requests.length + (ending === undefined ? 0 : 1)
}

/** Something that must not happen, with what was sent. */
export class FuzzFault extends Error {
  override readonly name = 'FuzzFault'

  constructor(what: string, sent?: Request, got?: Buffer) {
    const parts = [what, sent && `sent:  ${shown(sent.bytes)}`, got && `got:   ${shown(got)}`]
    super(parts.filter((part) => part !== undefined).join('\n'))
  }
}

/** A server that says nothing for so long hangs: it gives up on slow callers after thirty seconds itself. */
const patienceMs = 45_000

/** Statuses of a request that could not be read: the server does not know then that it was a HEAD. */
const unread = new Set([400, 408, 431])

/** Resolves to the replies, all of which were right; rejects with a FuzzFault otherwise. */
export async function converse(address: Address, conversation: Conversation): Promise<readonly RawReply[]> {
  const { requests, ending, isHasty, cuts } = conversation
  const all = ending === undefined ? requests : [...requests, ending.request]
  const reader = new ReplyReader((reply, status) => all[reply]?.method === 'HEAD' && !unread.has(status))
  const line = new Line(connect(address), reader)
  try {
    await line.open()
    await line.say(Buffer.concat(requests.map(({ bytes }) => bytes)), cuts)
    if (ending === undefined || !isHasty) await line.repliesOrEnd(requests.length)
    if (ending !== undefined) {
      await line.say(ending.request.bytes, [])
      if (ending.manner === 'vanish') line.vanish()
      else line.halfClose()
      await line.end()
    }
  } catch (error) {
    const { request, received } = at(all, reader)
    if (error instanceof NoHttpError) throw new FuzzFault(`reply ${received + 1}: ${error.message}`, request)
    throw error
  } finally {
    line.vanish()
  }
  judge(conversation, reader, line.wasReset || ending?.manner === 'vanish' || ending?.cutsReplies === true)
  return reader.replies
}

function judge({ requests, ending }: Conversation, { replies }: ReplyReader, mayLack: boolean): void {
  for (const [index, request] of requests.entries()) {
    const reply = replies[index]
    if (reply === undefined) {
      if (mayLack && ending !== undefined) return
      throw new FuzzFault(`request ${index + 1} of ${requests.length} got no reply`, request)
    }
    const fault = faultIn(reply, request)
    if (fault !== undefined) throw new FuzzFault(`request ${index + 1}: ${fault}`, request, reply.body)
  }
  const rest = replies.slice(requests.length)
  if (ending === undefined) {
    if (rest.length > 0) throw new FuzzFault('more replies than requests', requests.at(-1), rest[0]?.body)
    return
  }
  const { request, manner } = ending
  const isOwed = request.expectation.kind !== 'anything' && manner !== 'vanish'
  if (isOwed && rest.length !== 1 && !mayLack)
    throw new FuzzFault(`the last request got ${rest.length} replies`, request)
  for (const reply of rest) {
    const fault = faultIn(reply, request)
    if (fault !== undefined) throw new FuzzFault(`the last request: ${fault}`, request, reply.body)
  }
}

function at(all: readonly Request[], { replies }: ReplyReader): { request: Request | undefined; received: number } {
  return { request: all[replies.length], received: replies.length }
}

/** A socket on which one says something and waits for what comes. */
class Line {
  readonly #socket: Socket
  readonly #reader: ReplyReader
  readonly #over: Promise<void>
  #wake: () => void = () => {}
  #fault: Error | undefined
  #isOver = false
  wasReset = false

  constructor(socket: Socket, reader: ReplyReader) {
    this.#socket = socket
    this.#reader = reader
    socket.setNoDelay(true)
    socket.on('data', (chunk: Buffer) => this.#try(() => reader.push(chunk)))
    socket.on('end', () => this.#try(() => reader.end()))
    socket.on('error', () => {
      this.wasReset = true
    })
    this.#over = new Promise((resolve) => {
      socket.on('close', () => {
        this.#isOver = true
        this.#wake()
        resolve()
      })
    })
  }

  async open(): Promise<void> {
    await once(this.#socket, 'connect')
  }

  async say(bytes: Buffer, cuts: readonly number[]): Promise<void> {
    let from = 0
    for (const to of [...cuts, bytes.length]) {
      if (!this.#socket.writable) return
      if (to > from) this.#socket.write(bytes.subarray(from, to))
      from = to
      await nextTurn()
    }
  }

  halfClose(): void {
    this.#socket.end()
  }

  vanish(): void {
    this.#socket.destroy()
  }

  async repliesOrEnd(count: number): Promise<void> {
    await this.#within(async () => {
      while (!this.#isOver && this.#fault === undefined && this.#reader.replies.length < count) {
        await new Promise<void>((resolve) => {
          this.#wake = resolve
        })
      }
    })
  }

  async end(): Promise<void> {
    await this.#within(() => this.#over)
  }

  async #within(work: () => Promise<void>): Promise<void> {
    const hangs = Symbol('hangs')
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<typeof hangs>((resolve) => {
      timer = setTimeout(resolve, patienceMs, hangs)
    })
    const outcome = await Promise.race([work(), patience])
    clearTimeout(timer)
    if (this.#fault !== undefined) throw this.#fault
    if (outcome === hangs) throw new FuzzFault(`the server says nothing, after ${this.#reader.replies.length} replies`)
  }

  #try(work: () => void): void {
    try {
      work()
    } catch (error) {
      this.#fault ??= error instanceof Error ? error : new Error(String(error))
      this.#socket.destroy()
    }
    this.#wake()
  }
}
