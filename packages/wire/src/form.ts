// Reads and writes urlencoded forms byte for byte as PHP does (protocol section 3); php.test.ts asks PHP itself.

import type { ByteString } from './bytes.ts'
import { type Keys, keysOf } from './form-name.ts'
import { type Alphabet, urlDecode, urlEncode } from './url-encoding.ts'

/**
 * A form as PHP's `$_POST` would hold it: decoded names and values, in PHP's order.
 *
 * A `Map`, because a plain object would move integer-like keys to the front (`goods[1]` before `goods[0]`) and has a
 * prototype to poison.
 */
export type FormTree = Map<ByteString, ByteString | FormTree>

export type FormLimits = Readonly<Record<'maxBytes' | 'maxPairs' | 'maxDepth', number>>

/** What a form may be at most (protocol section 3). */
export const formLimits = {
  /** Length of the body. Protects memory: every byte is copied a few times. */
  maxBytes: 1_048_576,
  /** Pairs, empty ones included. Protects time: a pair costs far more to take apart than to send. */
  maxPairs: 1_000,
  /** Brackets after a name; `a[1][2]` has two. Protects the stack of whatever walks the tree. */
  maxDepth: 8,
} as const satisfies FormLimits

export class FormLimitError extends Error {
  override readonly name = 'FormLimitError'
  readonly limit: keyof FormLimits

  constructor(limit: keyof FormLimits, limits: FormLimits) {
    super(`The form is over the limit ${limit} = ${limits[limit]}.`)
    this.limit = limit
  }
}

/** Reads a body as PHP 8.2 reads a POST form. To PHP no body is malformed: the only error is {@link FormLimitError}. */
export function parseForm(body: ByteString, limits: FormLimits = formLimits): FormTree {
  if (body.length > limits.maxBytes) throw new FormLimitError('maxBytes', limits)
  const builder = new FormBuilder()
  let pairs = 0
  for (let start = 0, end = 0; start < body.length; start = end + 1) {
    end = body.indexOf('&', start)
    if (end === -1) end = body.length
    if (++pairs > limits.maxPairs) throw new FormLimitError('maxPairs', limits)
    if (end === start) continue
    const pair = body.slice(start, end)
    const equals = pair.indexOf('=')
    const keys = keysOf(urlDecode(equals === -1 ? pair : pair.slice(0, equals)))
    if (keys === undefined) continue
    if (keys.length > limits.maxDepth + 1) throw new FormLimitError('maxDepth', limits)
    builder.put(keys, equals === -1 ? '' : urlDecode(pair.slice(equals + 1)))
  }
  return builder.form
}

/** Writes a form as PHP's `http_build_query` does. A subtree with nothing in it leaves no trace. */
export function writeForm(form: FormTree, alphabet: Alphabet = 'php'): ByteString {
  let query = ''
  for (const [key, value] of form) query += pairsOf(urlEncode(key, alphabet), value, alphabet)
  return query.slice(1)
}

/** `&name=value`, or that for each leaf of a subtree. */
function pairsOf(name: ByteString, value: ByteString | FormTree, alphabet: Alphabet): ByteString {
  if (typeof value === 'string') return `&${name}=${urlEncode(value, alphabet)}`
  let pairs = ''
  for (const [key, child] of value) pairs += pairsOf(`${name}%5B${urlEncode(key, alphabet)}%5D`, child, alphabet)
  return pairs
}

/** Puts values into a form the way PHP fills an array. */
class FormBuilder {
  readonly form: FormTree = new Map()
  /** Only of trees on which `[]` was used: counting in all of them would cost every request. */
  readonly #nextIndexes = new Map<FormTree, bigint>()

  /** A repeated key keeps its first place and takes the last value; text gives way to a subtree and the reverse. */
  put(keys: Keys, value: ByteString): void {
    const last = keys.length - 1
    let tree = this.form
    for (let depth = 0; depth <= last; depth++) {
      const given = keys[depth]
      const key = given === null ? this.#nextIndex(tree) : given
      if (key === undefined) return
      if (depth === last) this.#set(tree, key, value)
      else tree = this.#subtree(tree, key)
    }
  }

  #subtree(tree: FormTree, key: ByteString): FormTree {
    const child = tree.get(key)
    if (typeof child === 'object') return child
    const fresh: FormTree = new Map()
    this.#set(tree, key, fresh)
    return fresh
  }

  #set(tree: FormTree, key: ByteString, child: ByteString | FormTree): void {
    tree.set(key, child)
    const next = this.#nextIndexes.get(tree)
    if (next !== undefined) this.#nextIndexes.set(tree, indexAfter(key, next))
  }

  /** One above the highest integer key; `undefined` if PHP has no integer left: then it drops the pair. */
  #nextIndex(tree: FormTree): ByteString | undefined {
    let next = this.#nextIndexes.get(tree)
    if (next === undefined) {
      next = minInteger
      for (const key of tree.keys()) next = indexAfter(key, next)
      this.#nextIndexes.set(tree, next)
    }
    if (next > maxInteger) return undefined
    return String(next === minInteger ? 0n : next)
  }
}

/** PHP's integers have 64 bits; a number beyond them is an ordinary text key, and so is `08`. */
const maxInteger = 2n ** 63n - 1n
const minInteger = -(2n ** 63n)
const integer = /^(?:0|-?[1-9]\d{0,18})$/

/** The next index of a tree once it has this key too; `minInteger` stands for a tree without integer keys. */
function indexAfter(key: ByteString, next: bigint): bigint {
  if (!integer.test(key)) return next
  const index = BigInt(key)
  return index >= next && index <= maxInteger ? index + 1n : next
}
