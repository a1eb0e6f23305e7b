/** Long bodies: written at the pace at which the caller reads them, and no further when the caller has gone. */
import type { ServerResponse } from 'node:http'
import type { ApiReply, LongBody } from './message.ts'

/** Resolves when all is written, or nobody is left to read it. Rejects with what kept a piece from being made. */
export async function sendPieces(
  response: ServerResponse,
  { status, headers }: Pick<ApiReply, 'status' | 'headers'>,
  { pieces, trailerNames, trailers }: LongBody,
): Promise<void> {
  // Before HTTP/1.1 a body has no chunks, and so nothing can follow it: it ends with the connection.
  const hasTrailers = trailerNames !== '' && response.req.httpVersion !== '1.0'
  response.writeHead(status, hasTrailers ? { ...headers, trailer: trailerNames } : headers)
  const { method } = response.req
  // The first piece is always taken: what has not begun could not be told to end.
  for await (const piece of pieces) {
    if (response.req.socket.destroyed) return
    if (method === 'HEAD') break
    if (!response.write(piece)) await drained(response)
  }
  if (hasTrailers) response.addTrailers(trailers())
  response.end()
}

/**
 * When there is room again, or the connection is gone; the response itself may not learn of that, as it may be waiting
 * behind another.
 */
async function drained(response: ServerResponse): Promise<void> {
  const { socket } = response.req
  if (socket.destroyed) return
  const { promise, resolve } = Promise.withResolvers<void>()
  response.once('drain', resolve)
  socket.once('close', resolve)
  await promise
  response.off('drain', resolve)
  socket.off('close', resolve)
}
