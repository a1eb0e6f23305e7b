/** Tells what became of each request, for the log and the counts. */
import type { Logger } from 'pino'
import { type Answer, type ApiReply, type ApiRequest, isLong, type LongBody } from './message.ts'

/** `milliseconds` from the whole request to the answer, or of a long one to its end. */
export type Observer = (request: ApiRequest, reply: ApiReply, milliseconds: number) => void

/** Without observers, the same: what nobody wants to know costs nothing. */
export function observed(answer: Answer, observers: readonly Observer[]): Answer {
  if (observers.length === 0) return answer
  const tell: Observer = (request, reply, milliseconds) => {
    for (const observe of observers) observe(request, reply, milliseconds)
  }
  return async (request) => {
    const start = performance.now()
    const reply = await answer(request)
    const { body } = reply
    if (isLong(body)) {
      const end = (status: number): void => {
        tell(request, { ...reply, status }, performance.now() - start)
      }
      return { ...reply, body: { ...body, pieces: watched(body, reply.status, end) } }
    }
    tell(request, reply, performance.now() - start)
    return reply
  }
}

/** What fails after its beginning was sent as a success has failed all the same. */
async function* watched({ pieces }: LongBody, status: number, end: (status: number) => void): AsyncGenerator<string> {
  let ended = 500
  try {
    yield* pieces
    ended = status
  } finally {
    end(ended)
  }
}

/** Undefined where the level is too low for its lines: one a request, which costs more than many requests do themselves. */
export function requestLog(log: Logger): Observer | undefined {
  if (!log.isLevelEnabled('debug')) return undefined
  return ({ id, method, address }, { status, about }, milliseconds) => {
    const ms = Math.round(milliseconds * 100) / 100
    const { trail: _trail, ...told } = about
    log.debug({ id, method, ...told, status, ms, address }, 'A request is answered.')
  }
}
