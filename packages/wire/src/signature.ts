// The hashes of requests and replies (protocol sections 4 and 5).

import { md5 } from '#digest'
import { type ByteString, bytesOf } from './bytes.ts'
import { keysOf } from './form-name.ts'
import { type FormTree, writeForm } from './form.ts'
import { urlDecode } from './url-encoding.ts'

/** A request's `hash`. `query` is the urlencoded form without `hash`, empty for a function without parameters. */
export function signRequest(query: ByteString, login: string, key: string): string {
  return md5(`${query}::${bytesOf(login)}::${bytesOf(key)}`)
}

/** A reply's `hash`. It covers neither the result nor the time: see answer-signature.ts. */
export function signReply(code: number, text: string, key: string): string {
  return md5(`${code}::${bytesOf(text)}::${bytesOf(key)}`)
}

/** The hash of an old-style notification (protocol section 11): its parts as they are sent. */
export function signNotification(
  { id, email, time }: Readonly<Record<'id' | 'email' | 'time', ByteString>>,
  key: string,
): string {
  return md5(`${id}${email}${time}${bytesOf(key)}`)
}

export type SignedRequest = {
  /** As it was received; `undefined` for a body in another encoding (multipart), of which only the form is known. */
  body: ByteString | undefined
  /** The form in that body, `hash` included. */
  form: FormTree
  /** The form's top-level `hash`, in any case of letters. */
  hash: string
  /** As stored; tried in lower case too. */
  login: string
  /** More than one while a new key replaces an old one; the likeliest first. */
  keys: readonly string[]
}

/**
 * The key that signed the request, or `undefined` if none did.
 *
 * The time taken tells which way of writing and which of the keys matched, and so whether any did, as the reply does;
 * it tells nothing about a key or about the hash that would have been right.
 */
export function verifyRequest({ body, form, hash, login, keys }: SignedRequest): string | undefined {
  if (!md5Hex.test(hash)) return undefined
  const sent = hash.toLowerCase()
  const logins = new Set([login, login.toLowerCase()])
  for (const query of queriesOf(body, form))
    for (const name of logins)
      for (const key of keys) if (isEqualConstantTime(signRequest(query, name, key), sent)) return key
  return undefined
}

/** Whether two texts are equal, in a time that depends on their lengths only. */
export function isEqualConstantTime(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  let difference = 0
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i)
  return difference === 0
}

const md5Hex = /^[\da-f]{32}$/i
/** Of all the spellings that PHP reads as `hash`. Few other names begin so, and only those are taken apart. */
const beginningOfHash = /^[ +%h]/

/**
 * What the client may have signed, the likeliest and cheapest first, each worked out only when asked for: the body as
 * sent (candidate A), the form as PHP writes it (B), and as JavaScript does (C).
 */
function* queriesOf(body: ByteString | undefined, form: FormTree): Generator<ByteString> {
  const asSent = body === undefined ? undefined : withoutHash(body)
  if (asSent !== undefined) yield asSent
  const rest = new Map(form)
  rest.delete('hash')
  const asPhp = writeForm(rest)
  if (asPhp !== asSent) yield asPhp
  const asJavaScript = writeForm(rest, 'javascript')
  if (asJavaScript !== asPhp && asJavaScript !== asSent) yield asJavaScript
}

/**
 * A body without its `hash` pairs and, for each, one `&` beside it. Of several, all go, as the form holds but one; and
 * so do other spellings that PHP reads as `hash`, such as `%68ash`. A `hash[]` stays: PHP does not read it as `hash`.
 */
function withoutHash(body: ByteString): ByteString {
  return body
    .split('&')
    .filter((pair) => !isHash(pair))
    .join('&')
}

function isHash(pair: ByteString): boolean {
  if (!beginningOfHash.test(pair)) return false
  const equals = pair.indexOf('=')
  const keys = keysOf(urlDecode(equals === -1 ? pair : pair.slice(0, equals)))
  return keys?.length === 1 && keys[0] === 'hash'
}
