/** A server of Node's with our limits. */
import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { Connections } from './connections.ts'
import type { Limits } from './limits.ts'

export interface ServerOptions {
  readonly handle: RequestListener
  readonly connections: Connections
  readonly limits: Limits
  /** In PEM; undefined: plain HTTP. */
  readonly certificate: { readonly cert: string; readonly key: string } | undefined
}

export function createServer({ handle, connections, limits, certificate }: ServerOptions): Server {
  const options = {
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    keepAliveTimeout: limits.idleMs,
    connectionsCheckingInterval: limits.checkMs,
    // Without a host there is no shop, which is for `answer` to say.
    requireHostHeader: false,
  }
  const server =
    certificate === undefined ? createHttpServer(options) : createHttpsServer({ ...options, ...certificate })
  server.setTimeout(limits.stalledMs)
  server.on('request', handle)
  // Of the expectations, Node knows `100-continue`; of any other, a server may take no notice (RFC 9110, 10.1.1).
  server.on('checkExpectation', handle)
  server.on('clientError', (error, socket) => {
    void connections.fail(error, socket)
  })
  return server
}
