/** From what was typed to what is sent: the body and the proof in it. */
import { bytesOf, textOf } from '@billkeep/wire/bytes.ts'
import { signRequest } from '@billkeep/wire/signature.ts'
import { urlEncode } from '@billkeep/wire/url-encoding.ts'
import type { ConsoleFunction, Values } from './console-function.ts'

export type Pair = readonly [name: string, value: string]

export interface SignedCall {
  readonly pairs: readonly Pair[]
  /** Of API 1.0: what is signed. */
  readonly query: string
  /** Of API 2.0: '', as the key itself is sent. */
  readonly hash: string
  readonly body: string
  /** The body with dots for the key. */
  readonly shownBody: string
}

export interface CallParts {
  readonly called: ConsoleFunction
  readonly values: Values
  readonly login: string
  readonly key: string
}

export function signedCall({ called, values, login, key }: CallParts): SignedCall {
  const pairs = called.fields.flatMap(({ name, isTree }) => pairsOf(name, values[name] ?? '', isTree))
  const query = pairs.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&')
  const before = query === '' ? '' : `${query}&`
  if (called.version === 2) {
    const body = `${before}rpsKey=${encoded(key)}`
    return { pairs, query, hash: '', body, shownBody: `${before}rpsKey=…` }
  }
  const hash = signRequest(query, login, key)
  const body = `${before}hash=${hash}`
  return { pairs, query, hash, body, shownBody: body }
}

/** Of a list, each line is a pair; a line that is none is left out. */
function pairsOf(name: string, text: string, isTree: boolean): readonly Pair[] {
  if (!isTree) return text === '' ? [] : [[name, text]]
  return text.split('\n').flatMap((line): readonly Pair[] => {
    const [, keys, value] = /^\s*((?:\[[^[\]]*\])+)\s*=(.*)$/.exec(line) ?? []
    return keys === undefined || value === undefined ? [] : [[`${name}${keys}`, value.trim()]]
  })
}

/** As PHP does. */
function encoded(text: string): string {
  return textOf(urlEncode(bytesOf(text))) ?? ''
}
