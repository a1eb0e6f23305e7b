/** Names requests: who asks about an answer names the lines of the log that tell of it. */
import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/** The name of a request of which the headers are known. */
export type RequestIdOf = (request: Pick<IncomingMessage, 'headers'>) => string

/** A proxy that is trusted may have named it already; anybody else could make the log lie. */
export function requestIds({ trustProxy }: { readonly trustProxy: boolean }): RequestIdOf {
  if (!trustProxy) return nextId
  return ({ headers: { 'x-request-id': given } }) => (isSane(given) ? given : nextId())
}

const sane = /^[\w.-]{1,128}$/

/** The characters and the length that neither a log nor whoever reads it has trouble with. */
function isSane(given: string | readonly string[] | undefined): given is string {
  return typeof given === 'string' && sane.test(given)
}

const process = randomBytes(3).toString('hex')
let requests = 0

/** Different in every process, so that the logs of several can be read as one. */
export function nextId(): string {
  requests += 1
  return `${process}-${requests}`
}
