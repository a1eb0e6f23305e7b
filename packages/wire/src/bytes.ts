// The wire is bytes, and the hashes are over bytes; JavaScript has text. This is the bridge.

/**
 * A string in which every character is one byte, 0–255: a body decoded as latin1.
 *
 * Text that is not valid UTF-8 survives in it, which the request hash needs (protocol section 3), and ASCII is the
 * same as ordinary text, which makes the usual case free.
 */
export type ByteString = string

const beyondAscii = /[^\0-\x7f]/
const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Whether every character is one byte in UTF-8, and so the same as text and as bytes. */
export function isAscii(text: string): boolean {
  return !beyondAscii.test(text)
}

/** Text as its UTF-8 bytes. A lone surrogate becomes U+FFFD, as everywhere on the web. */
export function bytesOf(text: string): ByteString {
  return isAscii(text) ? text : byteStringFrom(encoder.encode(text))
}

/** Bytes as the text they spell in UTF-8, or `undefined` where they are not valid UTF-8. */
export function textOf(bytes: ByteString): string | undefined {
  if (isAscii(bytes)) return bytes
  try {
    return decoder.decode(uint8ArrayFrom(bytes))
  } catch {
    return undefined
  }
}

/** One array element for each character. Characters above 255 are no bytes: their upper half is dropped. */
export function uint8ArrayFrom(bytes: ByteString): Uint8Array {
  const array = new Uint8Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) array[i] = bytes.charCodeAt(i)
  return array
}

function byteStringFrom(array: Uint8Array): ByteString {
  let bytes = ''
  for (const byte of array) bytes += String.fromCharCode(byte)
  return bytes
}
