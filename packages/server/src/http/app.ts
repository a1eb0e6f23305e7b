/** Fastify's part: makes a request of what it received, and sends the reply. */
import { METHODS } from 'node:http'
import { isIP } from 'node:net'
import { type FastifyInstance, type FastifyReply, type FastifyRequest, fastify } from 'fastify'
import type { Logger } from 'pino'
import type { Connections } from './connections.ts'
import { type Answer, isLong } from './message.ts'
import type { RequestIdOf } from './request-id.ts'
import { sendPieces } from './send-pieces.ts'

export interface AppOptions {
  readonly answer: Answer
  readonly connections: Connections
  /** Whether the proxy that connects is believed about whom it speaks for. */
  readonly trustProxy: boolean
  readonly idOf: RequestIdOf
  /** From when on connections are to end. */
  readonly isDraining: () => boolean
  readonly log: Logger
}

export function createApp({ answer, connections, trustProxy, idOf, isDraining, log }: AppOptions): FastifyInstance {
  const addressOf = trustProxy ? forwardedAddress : socketAddress
  const app = fastify({
    // Only the nearest: what else stands in X-Forwarded-For may come from the caller.
    trustProxy: trustProxy && ((_address, hop) => hop === 0),
    // Whatever the path is, reading it is for `answer`: Fastify would refuse some itself, in a form of its own.
    rewriteUrl: () => '/',
    genReqId: idOf,
    exposeHeadRoutes: false,
    logger: false,
  })

  // Nor is Fastify to read bodies, as it refuses some content types and lengths.
  for (const method of METHODS) app.addHttpMethod(method, { hasBody: false, overrideExisting: true })

  app.route({
    method: METHODS,
    url: '/',
    async handler(request, reply) {
      const exchange = connections.begin(request.raw, reply.raw, request.originalUrl)
      const { status, headers, body } = await answer({
        id: request.id,
        method: request.method,
        scheme: request.protocol,
        target: request.originalUrl,
        host: request.host,
        address: addressOf(request),
        contentType: request.headers['content-type'],
        headers: request.headers,
        body: await exchange.body,
      })
      if (isDraining()) reply.header('connection', 'close')
      reply.header('request-id', request.id)
      if (!isLong(body)) {
        reply.code(status).headers(headers)
        return body
      }
      // The end may have come meanwhile.
      reply.raw.once('finish', () => {
        if (isDraining()) request.raw.socket.destroySoon()
      })
      await sendPieces(reply.raw, { status, headers: { ...headers, 'request-id': request.id } }, body)
      return reply.hijack()
    },
  })

  app.setErrorHandler((error, request, reply: FastifyReply) => {
    log.error({ id: request.id, err: error }, 'A reply could not be sent.')
    reply.hijack()
    // So that whoever waits for the rest of it learns that there is none.
    request.raw.socket.destroy()
  })

  return app
}

/** A proxy may say anything in the header: what is no address is passed over. */
function forwardedAddress({ ip, socket }: FastifyRequest): string {
  return inOwnNotation(isIP(ip) === 0 ? socket.remoteAddress : ip)
}

function socketAddress({ socket }: FastifyRequest): string {
  return inOwnNotation(socket.remoteAddress)
}

const ipv4InIpv6 = /^::ffff:(?=\d+\.)/i

/** Undefined is the address of a caller who is gone. */
function inOwnNotation(address = ''): string {
  return address.startsWith('::') ? address.replace(ipv4InIpv6, '') : address
}
