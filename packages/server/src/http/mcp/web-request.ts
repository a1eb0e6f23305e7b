/** From a request as the sockets give it to what the protocol's library takes. */
import { Problem } from '../../operations/problems.ts'
import type { ApiRequest } from '../message.ts'
import { parsedBody } from '../v1/raw-input.ts'

/**
 * A page of another site, also one whose name was made to lead here, cannot ask
 * (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http#security-%26-endpoint).
 * Programs send no Origin. Throws Problem `crossSite`.
 */
export function refuseOtherSites({ headers: { origin }, host }: ApiRequest, isOurHost: boolean): void {
  if (origin === undefined) return
  if (isOurHost && URL.canParse(origin) && new URL(origin).host === host) return
  throw new Problem('crossSite', { detail: 'The call came from another site.' })
}

/** The message; undefined where the method brings none. One request is one message, or a batch would count as one call. Throws Problem. */
export function messageIn({ method, body, contentType }: ApiRequest): unknown {
  if (method !== 'POST') return undefined
  const message = parsedBody(body, contentType)
  if (Array.isArray(message)) throw new Problem('malformedBody', { detail: 'Send one message at a time, not a list.' })
  return message
}

/** Without a body, as the message was read already. */
export function webRequestOf({ method, headers }: ApiRequest): Request {
  const known = ['accept', 'content-type', 'mcp-protocol-version', 'mcp-method', 'mcp-name'] as const
  const sent = known.flatMap((name) => (typeof headers[name] === 'string' ? [[name, headers[name]] as const] : []))
  return new Request('http://localhost/mcp', { method, headers: Object.fromEntries(sent) })
}
