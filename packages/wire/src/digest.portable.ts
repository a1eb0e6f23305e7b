// Digests in plain JavaScript: for browsers and workers, whose own cryptography has no MD5 and only answers later.

import { hmac } from '@noble/hashes/hmac.js'
import { md5 as md5Of } from '@noble/hashes/legacy.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type ByteString, uint8ArrayFrom } from './bytes.ts'

/** 32 lower-case hex digits. */
export function md5(bytes: ByteString): string {
  return bytesToHex(md5Of(uint8ArrayFrom(bytes)))
}

/** 64 lower-case hex digits. Key and text are ordinary text and hashed as their UTF-8 bytes. */
export function hmacSha256(key: string, text: string): string {
  return bytesToHex(hmac(sha256, utf8ToBytes(key), utf8ToBytes(text)))
}

/** As `hmacSha256`, of a text that is never in one piece; each piece is cut between characters. */
export function hmacSha256OfPieces(key: string): { add(piece: string): void; end(): string } {
  const mac = hmac.create(sha256, utf8ToBytes(key))
  return {
    add(piece) {
      mac.update(utf8ToBytes(piece))
    },
    end: () => bytesToHex(mac.digest()),
  }
}
