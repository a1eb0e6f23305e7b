/** One POST, followed nowhere: what a client of the protocol sends, and what it gets back. */
// oxlint-disable-next-line billkeep/imports -- fetch cannot connect to one name and ask for another
import { request as requestHttp, type IncomingMessage } from 'node:http'
// oxlint-disable-next-line billkeep/imports -- as above
import { request as requestHttps } from 'node:https'
import { CommandError } from '../command-error.ts'
import type { Endpoint } from './endpoint.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

const timeoutMs = 30_000
/** Far more than one customer's orders; protects memory. */
const maxBytes = 64 * 1_048_576

export async function postForm({ url, connectTo }: Endpoint, form: string): Promise<HttpAnswer> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      method: 'POST',
      ...(connectTo === undefined ? {} : { hostname: connectTo, servername: url.hostname }),
      headers: { host: url.host, 'content-type': 'application/x-www-form-urlencoded' },
      signal: AbortSignal.timeout(timeoutMs),
    })
    const fail = (error: Error): void => {
      reject(error instanceof CommandError ? error : new CommandError(noAnswer(url, error), { cause: error }))
    }
    sent.on('error', fail)
    sent.on('response', (response) => {
      readText(response).then((text) => {
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      }, fail)
    })
    sent.end(form)
  })
}

async function readText(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > maxBytes)
      throw new CommandError(`The answer is larger than ${maxBytes} bytes. Is this the right address?`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function noAnswer({ host, hostname }: URL, error: NodeJS.ErrnoException): string {
  const reasons: Readonly<Record<string, string>> = {
    ECONNREFUSED: 'nothing listens there. Is the server running, and on this port?',
    ENOTFOUND: `the name ${hostname} is not known. Is it spelled right?`,
    EAI_AGAIN: `the name ${hostname} could not be looked up. Is this machine online?`,
    ECONNRESET: 'the connection was cut.',
    ABORT_ERR: `it did not answer within ${timeoutMs / 1_000} seconds.`,
  }
  return `No answer from ${host}: ${reasons[error.code ?? error.name] ?? error.message}`
}
