// Digests by the runtime's own cryptography, through the interface of Node: for Node, Bun and Deno.

import { Buffer } from 'node:buffer'
import { createHmac, hash } from 'node:crypto'
import type { ByteString } from './bytes.ts'

/** 32 lower-case hex digits. */
export function md5(bytes: ByteString): string {
  return hash('md5', Buffer.from(bytes, 'latin1'))
}

/**
 * 64 lower-case hex digits. Key and text are ordinary text and hashed as their UTF-8 bytes: a reply is at hand as text
 * and turned to UTF-8 only when it is sent, so that bytes here would be a copy made for nothing.
 */
export function hmacSha256(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}
