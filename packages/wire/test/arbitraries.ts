// Generated forms, nastier than any client's.

import fc from 'fast-check'
import type { ByteString } from '../src/bytes.ts'
import type { PlainForm, PlainValue } from '../src/form-data.ts'

/** Text of any characters, ASCII no rarer than the rest. fast-check's own unit for that takes a second to build. */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  const ascii = fc.integer({ min: 0, max: 0x7f })
  const plane0 = fc.integer({ min: 0x80, max: 0xd7ff })
  const beyond = fc.integer({ min: 0xe000, max: 0x10ffff })
  const character = fc.oneof(ascii, plane0, beyond).map((point) => String.fromCodePoint(point))
  return fc.string({ unit: character, ...(maxLength === undefined ? {} : { maxLength }) })
}

/** Pieces that mean something to PHP's parser, or nearly do. Few enough for names to meet. */
const pieces = [
  ['a', 'b', 'hash', 'goods', '__Host-', '_.Host-', '_[Host-', '..Secure-', '__Secure-x'],
  ['[', ']', '[]', '[a]', '[b]', '[[', ']]', '[0]', '[1]', '[ ]', '[ a]', '[\t]', '[a][', '[].', '%5B', '%5D'],
  ['.', ' ', '+', '_', '=', '%', '%%', '%4', '%zz', '%2', '%2g', '%20', '%25', '%2B', '%3D', '%26', '%3b', ';', '~'],
  ['[-5]', '[08]', '[-0]', '[+1]', '[1.5]', '[007]', '[1e3]', '[-9223372036854775808]', '[-9223372036854775809]'],
  ['[9223372036854775806]', '[9223372036854775807]', '[9223372036854775808]', '[99999999999999999999]'],
  ['%00', '[%00]', '%0A', '\t', '\n', "'", '%D0%90', '%d0%b0', '%ED%A0%80', '%FF', '\xd0\x90', '\xff', '\x80'],
].flat()

/** Any byte that does not end a name or pair, NUL only where it is asked for: PHP's `parse_str` cuts at it. */
function byte(lowest: 0 | 1): fc.Arbitrary<ByteString> {
  return fc.integer({ min: lowest, max: 255 }).map((code) => String.fromCharCode(code))
}

function word(lowest: 0 | 1): fc.Arbitrary<ByteString> {
  const piece = fc.constantFrom(...pieces)
  return fc.array(fc.oneof({ weight: 8, arbitrary: piece }, byte(lowest)), { maxLength: 6 }).map((all) => all.join(''))
}

function pair(lowest: 0 | 1): fc.Arbitrary<ByteString> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.tuple(word(lowest), word(lowest)).map((both) => both.join('=')) },
    word(lowest),
  )
}

/** Bodies as bytes. `lowest` is 1 for a parser that takes no NUL. */
export function bodies(lowest: 0 | 1): fc.Arbitrary<ByteString> {
  return fc.array(pair(lowest), { maxLength: 8 }).map((pairs) => pairs.join('&'))
}

const key = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'goods',
    'utm[utm_medium]',
    '0',
    '1',
    '-5',
    '08',
    '9223372036854775807',
    'a b',
    'a.b',
    '\0',
    '~*',
  ),
  anyText(6),
)
const number = fc.oneof(
  fc.maxSafeInteger(),
  fc.tuple(fc.integer(), fc.constantFrom(10, 100, 1000)).map(([whole, scale]) => whole / scale),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !isInteger64(value) && !isHalf(value)),
)
const leaf = fc.oneof(
  anyText(12),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
  number,
  fc.boolean(),
  fc.constant(null),
)

/** JSON hands PHP an integer where JavaScript has a float. */
function isInteger64(value: number): boolean {
  return Number.isInteger(value) && Math.abs(value) < 1e19
}

/** Perhaps halfway between two numbers of 14 digits, which form-data.ts knows to round otherwise. */
function isHalf(value: number): boolean {
  return Number(value.toPrecision(15)) === value && /5(?:e|$)/.test(value.toPrecision(15))
}

/** Data as a client would pass it: maps, lists and leaves, a few levels deep. */
export const data: fc.Arbitrary<PlainForm> = fc.letrec<{ value: PlainValue; form: PlainForm }>((tie) => ({
  value: fc.oneof({ maxDepth: 4, depthSize: 'small' }, { weight: 3, arbitrary: leaf }, tie('form')),
  form: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.array(fc.tuple(key, tie('value')), { maxLength: 5 }).map((entries) => new Map(entries)),
    },
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).form
