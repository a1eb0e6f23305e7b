import type { IncomingMessage } from 'node:http'

/**
 * The body in one piece. One that is too large is read to its end all the same, into nothing: many clients look for an
 * answer only when they have sent everything, and would find the connection closed.
 */
export function collect(request: IncomingMessage, maxBytes: number, settle: (body: Buffer | 'tooLarge') => void): void {
  let chunks: Buffer[] = []
  let bytes = 0
  if (Number(request.headers['content-length']) > maxBytes) settle('tooLarge')
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes <= maxBytes) {
      chunks.push(chunk)
      return
    }
    chunks = []
    settle('tooLarge')
  })
  request.on('end', () => {
    const [first] = chunks
    settle(first !== undefined && chunks.length === 1 ? first : Buffer.concat(chunks))
  })
}
