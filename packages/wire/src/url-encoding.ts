// PHP's urlencode() and urldecode(), byte for byte (protocol section 3).

import type { ByteString } from './bytes.ts'

/**
 * Which characters beside `A-Z a-z 0-9 - _ .` stay as they are: none in PHP's alphabet, `! ' ( ) * ~` in JavaScript's,
 * whose `encodeURIComponent` leaves those alone. Both write a space as `+`.
 */
export type Alphabet = 'php' | 'javascript'

const reserved = { php: /[^\w.-]/, javascript: /[^\w.\-!'()*~]/ } as const satisfies Record<Alphabet, RegExp>
const encodings = { php: encodingsOf('php'), javascript: encodingsOf('javascript') }

export function urlEncode(text: ByteString, alphabet: Alphabet = 'php'): ByteString {
  if (!reserved[alphabet].test(text)) return text
  const encoding = encodings[alphabet]
  let encoded = ''
  for (let i = 0; i < text.length; i++) encoded += encoding[text.charCodeAt(i)]
  return encoded
}

/** A `%` that no two hex digits follow stays as it is, where `decodeURIComponent` would throw. */
export function urlDecode(text: ByteString): ByteString {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text
  let percent = spaced.indexOf('%')
  if (percent === -1) return spaced
  let decoded = ''
  let start = 0
  for (; percent !== -1; percent = spaced.indexOf('%', percent)) {
    const byte = (hexValue(spaced.charCodeAt(percent + 1)) << 4) | hexValue(spaced.charCodeAt(percent + 2))
    if (byte < 0) {
      percent += 1
      continue
    }
    decoded += spaced.slice(start, percent) + String.fromCharCode(byte)
    percent += 3
    start = percent
  }
  return decoded + spaced.slice(start)
}

/** −1 for a character that is no hex digit, or for none (NaN). */
function hexValue(code: number): number {
  if (code >= 48 && code <= 57) return code - 48
  const lower = code | 32
  return lower >= 97 && lower <= 102 ? lower - 87 : -1
}

/** For each byte what it is written as. */
function encodingsOf(alphabet: Alphabet): readonly string[] {
  return Array.from({ length: 256 }, (_, byte) => {
    const character = String.fromCharCode(byte)
    if (character === ' ') return '+'
    return reserved[alphabet].test(character) ? `%${byte.toString(16).toUpperCase().padStart(2, '0')}` : character
  })
}
