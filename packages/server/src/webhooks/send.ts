/** One attempt to tell a receiver something. */
import { type ClientRequest, type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { checkLiteral, lookupAny, lookupPublic, TargetRefused } from './target.ts'

export interface Sending {
  readonly url: string
  /** Those that say what the body is, and who signed it. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  readonly allowPrivate: boolean
  /** Ends the attempt: the process stops, or somebody else has the job now. */
  readonly signal: AbortSignal
  /** For all of the attempt, looking up the name included. */
  readonly timeoutMs: number
}

export interface Sent {
  /** HTTP status; null if there was no answer. */
  readonly status: number | null
  /** '' if it was delivered; otherwise why not, for people. */
  readonly problem: string
  /** The beginning of the answer. */
  readonly answer: string
}

/** What is read of an answer at most: enough for any script, too little to hold the process up. */
const maxAnswerBytes = 65_536
const keptCharacters = 1_000

/** Any 2xx is delivered; redirects are not followed (protocol section 11). Never rejects. */
export async function send({ url, headers, body, allowPrivate, signal, timeoutMs }: Sending): Promise<Sent> {
  const limit = AbortSignal.timeout(timeoutMs)
  const answer = new Answer()
  try {
    const target = new URL(url)
    if (!allowPrivate) checkLiteral(target)
    const options: RequestOptions = {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([limit, signal]),
      headers: {
        ...headers,
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Billkeep',
        connection: 'close',
      },
      lookup: allowPrivate ? lookupAny : lookupPublic,
    }
    const call = target.protocol === 'https:' ? requestHttps(target, options) : requestHttp(target, options)
    await exchanged(call, body, answer)
  } catch (error) {
    // A script that has answered 2xx has heard it, even if the rest of its answer never comes.
    if (!answer.isSuccess) return { ...answer.sent(), problem: problemOf(error, limit, timeoutMs) }
  }
  return answer.sent()
}

class Answer {
  #response: IncomingMessage | undefined
  readonly #chunks: Buffer[] = []
  #bytes = 0

  get isSuccess(): boolean {
    const status = this.#response?.statusCode ?? 0
    return status >= 200 && status < 300
  }

  begin(response: IncomingMessage): void {
    this.#response = response
  }

  /** Whether it is enough. */
  add(chunk: Buffer): boolean {
    this.#chunks.push(chunk)
    this.#bytes += chunk.length
    return this.#bytes >= maxAnswerBytes
  }

  sent(): Sent {
    const { statusCode = null, headers } = this.#response ?? {}
    const text = Buffer.concat(this.#chunks).toString('utf8').slice(0, keptCharacters)
    return { status: statusCode, problem: this.isSuccess ? '' : refused(statusCode, headers?.location), answer: text }
  }
}

async function exchanged(call: ClientRequest, body: string, answer: Answer): Promise<void> {
  return new Promise((resolve, reject) => {
    call.on('error', reject)
    // Node hands such a connection over; with nobody there to take it, neither an answer nor an error would come.
    call.on('upgrade', (response, socket) => {
      answer.begin(response)
      socket.destroy()
      resolve()
    })
    call.on('response', (response) => {
      answer.begin(response)
      response.on('error', reject)
      response.on('end', resolve)
      response.on('data', (chunk: Buffer) => {
        if (!answer.add(chunk)) return
        resolve()
        call.destroy()
      })
    })
    call.end(body)
  })
}

function refused(status: number | null, location: string | undefined): string {
  if (status === null) return 'no answer'
  const isRedirect = status >= 300 && status < 400 && location !== undefined
  return isRedirect ? `answered ${status} to ${location}, which is not followed` : `answered ${status}`
}

function problemOf(error: unknown, limit: AbortSignal, timeoutMs: number): string {
  if (limit.aborted) return `no answer within ${timeoutMs / 1_000} s`
  if (error instanceof TargetRefused) return error.message
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  return texts[code] ?? error.message
}

const texts: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was closed before an answer',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'the name could not be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ABORT_ERR: 'stopped before an answer',
}
