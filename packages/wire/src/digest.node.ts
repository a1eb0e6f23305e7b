// Digests by the runtime's own cryptography, through the interface of Node: for Node, Bun and Deno.

import { Buffer } from 'node:buffer'
import { createHmac, hash } from 'node:crypto'
import { type ByteString, isAscii } from './bytes.ts'

/** 32 lower-case hex digits. */
export function md5(bytes: ByteString): string {
  return hash('md5', isAscii(bytes) ? bytes : Buffer.from(bytes, 'latin1'))
}

/**
 * 64 lower-case hex digits. Key and text are ordinary text and hashed as their UTF-8 bytes: a reply is at hand as text
 * and turned to UTF-8 only when it is sent, so that bytes here would be a copy made for nothing.
 *
 * RFC 2104 by two calls that leave no objects behind: Node's own Hmac objects cost a busy server three times as much
 * (`bench/README.md`).
 */
export function hmacSha256(key: string, text: string): string {
  if (key.length > blockBytes || !isAscii(key)) return createHmac('sha256', key).update(text).digest('hex')
  if (key !== lastKey) usePads(key)
  outer.write(hash('sha256', innerPad + text), blockBytes, 'hex')
  return hash('sha256', outer)
}

/** As `hmacSha256`, of a text that is never in one piece; each piece is cut between characters. */
export function hmacSha256OfPieces(key: string): { add(piece: string): void; end(): string } {
  const hmac = createHmac('sha256', key)
  return {
    add(piece) {
      hmac.update(piece)
    },
    end: () => hmac.digest('hex'),
  }
}

/** Of SHA-256. */
const blockBytes = 64
const digestBytes = 32

let lastKey: string | undefined
let innerPad = ''
/** The key's outer pad, and room for the inner digest. */
const outer = Buffer.alloc(blockBytes + digestBytes)

/** The pads of the last key are kept. Of an ASCII key, both are ASCII too. */
function usePads(key: string): void {
  const padded = Buffer.alloc(blockBytes)
  padded.write(key, 'latin1')
  innerPad = Buffer.from(padded.map((byte) => byte ^ 0x36)).toString('latin1')
  outer.set(padded.map((byte) => byte ^ 0x5c))
  lastKey = key
}
