/** The callers' connections to one server, until that is taken away. */
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { readReply } from '@billkeep/wire/reply.ts'
import type { Form } from './forms.ts'
import { key, login } from './shop.ts'
import { TortureFault } from './torture-fault.ts'

export interface Answer {
  readonly code: string
  /** The order that it names. */
  readonly number: number | undefined
}

/** A server that lets a call wait for so long hangs. */
const patienceMs = 30_000
/** Before it asks again whoever was told that there is too much to do: none of it was done. */
const tooMuchMs = 100

export class Line {
  readonly #port: number
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 128 })
  readonly #counts = { sent: 0, answered: 0 }
  #wake: (() => void) | undefined
  /** From now on a call may remain without an answer. */
  isBeingCut = false

  constructor(port: number) {
    this.#port = port
  }

  /** Undefined: the server went away before it had answered whole. Rejects with TortureFault if nobody took it away. */
  async call(form: Form): Promise<Answer | undefined> {
    this.#count('sent')
    try {
      const answer = await this.#patientExchange(form)
      this.#count('answered')
      return answer
    } catch (error) {
      if (error instanceof TortureFault) throw error
      if (this.isBeingCut) return undefined
      throw new TortureFault(`${form.functionName} was not answered, though nobody had killed the server`, error)
    }
  }

  /** Resolves when so many calls were sent, or answered. */
  async until(what: 'sent' | 'answered', count: number): Promise<void> {
    while (this.#counts[what] < count) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
  }

  close(): void {
    this.#agent.destroy()
  }

  #count(what: 'sent' | 'answered'): void {
    this.#counts[what] += 1
    this.#wake?.()
  }

  async #patientExchange(form: Form): Promise<Answer> {
    for (;;) {
      const response = await this.#exchange(form)
      if (response.status !== 503) return answerIn(form.functionName, response)
      await delay(tooMuchMs)
    }
  }

  async #exchange({ functionName, body }: Form): Promise<{ status: number; body: string }> {
    return new Promise((resolve, reject) => {
      const call = request({
        host: '127.0.0.1',
        port: this.#port,
        agent: this.#agent,
        method: 'POST',
        path: `/api/${functionName}`,
        headers: {
          host: `${login}.localhost`,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
        signal: AbortSignal.timeout(patienceMs),
      })
      call.on('error', reject)
      call.on('response', (incoming) => {
        text(incoming).then((whole) => {
          resolve({ status: incoming.statusCode ?? 0, body: whole })
        }, reject)
      })
      call.end(body)
    })
  }
}

function answerIn(functionName: string, { status, body }: { status: number; body: string }): Answer {
  try {
    if (status !== 200) throw new Error(`HTTP ${status}`)
    const { code, result } = readReply(body, key)
    const number = typeof result === 'object' && 'bill_id' in result ? Number(result.bill_id) : undefined
    return { code: String(code), number }
  } catch (error) {
    throw new TortureFault(`${functionName} was answered with ${body}`, error)
  }
}
