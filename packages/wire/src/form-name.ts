// What PHP makes of a field's name: `a[b][]` is a path, and some characters do not survive (protocol section 3).

import type { ByteString } from './bytes.ts'

/**
 * From the outside in and at least one. `null` stands for `[]`, the next free index; `undefined` for a key that PHP
 * drops, with all that would lie in it.
 */
export type Keys = readonly (ByteString | null | undefined)[]

const structured = /[\0 .[]/
const unfit = /[ .[]/
const everyUnfit = /[ .[]/g
/** `[]`, and also one blank of C's isspace() between the brackets. */
const nextIndex = /^[ \t-\r]?$/
const guardedPrefixes = ['__Host-', '__Secure-'] as const

/**
 * The path that a decoded name spells, or `undefined` if PHP drops the pair. As in PHP: leading spaces go, a NUL ends
 * the name, what follows the row of brackets is ignored, and before the first bracket dots and spaces become `_`. If
 * that bracket is never closed, it becomes `_` as well, and so do those after it.
 */
export function keysOf(name: ByteString): Keys | undefined {
  if (!structured.test(name)) return name === '' ? undefined : [name]
  const text = withoutEnds(name)
  const open = text.indexOf('[')
  const isPath = open !== -1 && text.includes(']', open)
  const head = mended(isPath ? text.slice(0, open) : text)
  if (head === '' || open === 0 || isForged(head, text)) return undefined
  return isPath ? [head, ...bracketed(text, open)] : [head]
}

/** The keys in the row of brackets that starts at `open`. */
function bracketed(text: ByteString, open: number): Keys {
  const keys: (ByteString | null | undefined)[] = []
  for (let at = open; text[at] === '[';) {
    const close = text.indexOf(']', at)
    if (close === -1) break
    const key = text.slice(at + 1, close)
    if (isForged(key, text)) keys.push(undefined)
    else keys.push(nextIndex.test(key) ? null : key)
    at = close + 1
  }
  return keys
}

function mended(name: ByteString): ByteString {
  return unfit.test(name) ? name.replaceAll(everyUnfit, '_') : name
}

/** PHP guards cookies of these prefixes: in any form it drops a variable that has one if its name as sent has not. */
function isForged(variable: ByteString, sent: ByteString): boolean {
  return guardedPrefixes.some((prefix) => variable.startsWith(prefix) && !sent.startsWith(prefix))
}

/** Without leading spaces and without a NUL and what follows it. */
function withoutEnds(name: ByteString): ByteString {
  const nul = name.indexOf('\0')
  let start = 0
  while (name[start] === ' ') start++
  return name.slice(start, nul === -1 ? undefined : nul)
}
