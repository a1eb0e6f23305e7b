/** Sends a file of orders. By XMLHttpRequest: `fetch` does not tell how much has been sent. */
import type { OutputOf } from './operations.ts'
import { routes } from '../generated/routes.ts'
import { Problem } from './problem.ts'

export interface ImportTask {
  /** The shop's login. */
  readonly shop: string
  readonly file: Blob
  readonly update: boolean
  readonly skipBad: boolean
  /** From 0 to 1: how much of the file has been sent. */
  readonly onSent: (part: number) => void
  /** Aborting takes everything back, up to the moment of the answer. */
  readonly signal: AbortSignal
}

/** Throws Problem; rejects with an AbortError where `signal` aborts. */
export async function importOrders(task: ImportTask): Promise<OutputOf<'importOrders'>> {
  const { shop, file, update, skipBad, onSent, signal } = task
  const { method, at } = routes.importOrders
  const { promise, resolve, reject } = Promise.withResolvers<{ readonly status: number; readonly text: string }>()
  const request = new XMLHttpRequest()
  request.open(method, `/v1${at}?update=${update}&skip_bad=${skipBad}`)
  request.setRequestHeader('billkeep-shop', shop)
  request.setRequestHeader('content-type', 'application/x-ndjson')
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    onSent(total === 0 ? 1 : loaded / total)
  })
  request.addEventListener('load', () => {
    resolve({ status: request.status, text: request.responseText })
  })
  request.addEventListener('error', () => {
    reject(new TypeError('The server cannot be reached.'))
  })
  signal.addEventListener('abort', () => {
    request.abort()
    reject(new DOMException('Stopped.', 'AbortError'))
  })
  request.send(file)
  const { status, text } = await promise
  if (status !== 200) throw Problem.from(status, text)
  return JSON.parse(text) as OutputOf<'importOrders'>
}
