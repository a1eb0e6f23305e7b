// Guesses what went wrong where a request's `hash` is not right, for the one who owns the key: by making the mistakes
// that programs make, and looking which of them gives the hash that was sent.

import { md5 } from '#digest'
import { type ByteString, bytesOf } from './bytes.ts'
import { type FormTree, writeForm } from './form.ts'
import { isEqualConstantTime, type SignedRequest, verifyRequest } from './signature.ts'
import { urlDecode } from './url-encoding.ts'

export type WrongSignature =
  /** It is not 32 hex digits: another digest, or cut off. */
  | 'notMd5'
  /** Signed with the key before the present one, whose time is over. */
  | 'retiredKey'
  /** The parameters were sorted before they were signed, and sent in another order. */
  | 'sorted'
  /** What was signed was not urlencoded. */
  | 'unencoded'
  /** It was urlencoded in another way than it was sent: `%20` for a space, or small letters. */
  | 'otherEncoding'
  /** A parameter came in after it was signed. */
  | 'parameterAdded'
  /** Signed as if there were no parameters. */
  | 'noParameters'
  /** The key stands before the login. */
  | 'swapped'
  | 'noLogin'
  /** Without the colons between the parts. */
  | 'noColons'
  /** The key has a space or a line's end around it. */
  | 'spaceInKey'
  /** None of these: most likely another key, say of another shop; or over other bytes. */
  | 'otherKey'

/** Each is a hash over all that was sent, and whoever sends wrong ones may send many. */
const mostParameters = 40

/** `hash` must be wrong: that is not looked at again. `retiredKey`: the one before, once its time is over. */
export function explainWrongSignature(request: SignedRequest & { retiredKey: string | undefined }): WrongSignature {
  const { hash, login, keys, retiredKey } = request
  if (!/^[\da-f]{32}$/i.test(hash)) return 'notMd5'
  if (retiredKey !== undefined && verifyRequest({ ...request, keys: [retiredKey] }) !== undefined) return 'retiredKey'
  const sent = hash.toLowerCase()
  const rest = new Map(request.form)
  rest.delete('hash')
  for (const key of keys) {
    for (const [fault, signed] of mistakes(rest, bytesOf(login), bytesOf(key))) {
      if (isEqualConstantTime(md5(signed), sent)) return fault
    }
  }
  return 'otherKey'
}

function* mistakes(
  form: FormTree,
  login: ByteString,
  key: ByteString,
): Generator<readonly [WrongSignature, ByteString]> {
  const query = writeForm(form)
  const whole = (signed: ByteString): ByteString => `${signed}::${login}::${key}`
  yield ['noParameters', whole('')]
  yield ['sorted', whole(writeForm(new Map([...form].toSorted(([a], [b]) => (a < b ? -1 : 1)))))]
  yield ['unencoded', whole(urlDecode(query))]
  const spaced = query.replaceAll('+', '%20')
  for (const encoded of [spaced, small(query), small(spaced), spaced.replaceAll('%7E', '~')]) {
    yield ['otherEncoding', whole(encoded)]
  }
  yield ['swapped', `${query}::${key}::${login}`]
  yield ['noLogin', `${query}::${key}`]
  yield ['noColons', `${query}${login}${key}`]
  for (const end of ['\n', '\r\n', ' ']) yield ['spaceInKey', `${whole(query)}${end}`]
  for (const name of [...form.keys()].slice(0, mostParameters)) {
    const less = new Map(form)
    less.delete(name)
    yield ['parameterAdded', whole(writeForm(less))]
  }
}

/** `%D0` as `%d0`. */
function small(query: ByteString): ByteString {
  return query.replaceAll(/%[\dA-F]{2}/g, (escaped) => escaped.toLowerCase())
}
