/** Files that are sent to API v1: a few at once, and each whole before anything is done with it. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Problem } from '../../operations/problems.ts'
import type { ApiRequest } from '../message.ts'
import { Upload } from '../upload.ts'
import { interruptions } from './interruptions.ts'

export interface Files {
  /** Throws Problem where there is no whole file, or too many are on their way. */
  during<Result>(request: ApiRequest, work: (file: AsyncIterable<Uint8Array>) => Promise<Result>): Promise<Result>
}

/** Protects memory. */
const mostAtOnce = 2

export function createFiles(): Files {
  let underWay = 0
  return {
    async during(request, work) {
      checkType(request)
      if (underWay >= mostAtOnce) {
        const detail = 'Other files are being taken at the moment. Send it again in a few seconds.'
        throw new Problem('overloaded', { detail, headers: { 'retry-after': '5' } })
      }
      underWay += 1
      try {
        return await work(piecesOf(await wholeOf(request), request))
      } finally {
        underWay -= 1
      }
    },
  }
}

/** Nothing at all needs no type. */
function checkType({ contentType = '', headers }: ApiRequest): void {
  if (fileType.test(contentType) || (contentType === '' && isEmpty(headers))) return
  const sent = contentType === '' ? 'no Content-Type' : `«${contentType.slice(0, 100)}»`
  throw new Problem('unsupportedMediaType', { detail: `The file came with ${sent}; it must be application/x-ndjson.` })
}

const fileType = /^(?:application\/(?:x-ndjson|ndjson|jsonl|octet-stream)|text\/plain)\s*(?:;|$)/i

function isEmpty(headers: ApiRequest['headers']): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}

async function wholeOf({ body }: ApiRequest): Promise<Buffer> {
  const whole = body instanceof Upload ? await body.take() : body
  if (typeof whole === 'string') throw new Problem(interruptions[whole])
  return whole ?? Buffer.alloc(0)
}

/** In bytes: some 200 orders, which keep the others waiting for a few milliseconds. */
const piece = 65_536

async function* piecesOf(whole: Buffer, { body }: ApiRequest): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < whole.length; start += piece) {
    if (body instanceof Upload && body.signal.aborted) throw gone
    yield whole.subarray(start, start + piece)
    await nextTurn()
  }
  if (body instanceof Upload && body.signal.aborted) throw gone
}

const gone = new Problem('malformedBody', { detail: 'The caller has gone: nothing was done.' })
