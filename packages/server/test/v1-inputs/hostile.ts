/** What nobody sends who means well. */
import fc, { type Arbitrary } from 'fast-check'

/** What databases and encoders stumble over soonest. */
const hardTexts = ['\u0000', 'a\u0000b', '\uD800', 'a\uDFFFb', '9223372036854775808', '-1', '99999999999999999999']

const oddTexts = [
  '',
  ' ',
  '\uFFFF',
  '\u202Egnp.exe',
  'İ',
  '🎓'.repeat(5_000),
  'x'.repeat(20_000),
  "' or 1=1; drop table orders --",
  '%',
  '_%\\',
  '<script>alert(1)</script>',
  '=1+1',
  '../../etc/passwd',
  '%00',
  'NaN',
  'null',
  '1e400',
  '-0',
  '0x10',
  '999999999999999',
  '9223372036854775807',
  '9223372036854775808',
  '2026-02-30T00:00:00Z',
  '0000-01-01T00:00:00Z',
  '9999-12-31T23:59:60Z',
  '-271821-04-20T00:00:00Z',
  '2026-01-01T00:00:00+99:99',
  'a@b',
  'anna@example.com\r\nBcc: all@example.com',
  'http://127.0.0.1:1/',
  'http://[::1]/',
  'file:///etc/passwd',
  '0.0.0.0/0',
  '::/129',
]

/** Texts that are cursors for those who make them up. */
const handmadeCursors = fc
  .oneof(fc.array(fc.oneof(fc.integer(), fc.string({ unit: 'binary' }), fc.constant(null))), fc.object())
  .map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))

export const hostileText: Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...hardTexts) },
  { weight: 3, arbitrary: fc.constantFrom(...oddTexts) },
  { weight: 1, arbitrary: handmadeCursors },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
)

function nested(depth: number): unknown {
  let value: unknown = []
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

export const hostileValue: Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      0,
      -1,
      -0,
      0.5,
      1e308,
      5e-324,
      2 ** 31,
      2 ** 53,
      2 ** 63,
      -(2 ** 63),
      999_999_999_999_999,
      Number.MAX_SAFE_INTEGER,
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(null, true, false, [], {}, [null], [[]], { a: 1 }, nested(500)) },
  { weight: 1, arbitrary: fc.jsonValue() },
)

/** Bodies that are no JSON, or JSON that no serializer writes. */
export const hostileBody: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '{',
    '',
    'null',
    '[]',
    '"x"',
    '1e400',
    '{"__proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"email":"a@b.example","email":"c@d.example"}',
    '{"a":1e999999}',
    '{"a":"\\ud800"}',
    '\uFEFF{}',
    '['.repeat(100_000),
    '{"a":'.repeat(20_000),
    `{"items":${'['.repeat(5_000)}${']'.repeat(5_000)}}`,
  ),
  fc.string({ unit: 'binary', maxLength: 200 }),
)
