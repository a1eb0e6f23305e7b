/** Bodies: right ones, right ones with something done to them, and such as no client would send. */
import { billsOf, customersOf, md5, type Shop } from '../../../../conformance/fixture.ts'
import type { Random } from './random.ts'

export interface Body {
  /** Undefined: there is no such header. */
  readonly contentType: string | undefined
  readonly bytes: Buffer
  /** What must be answered to it, with HTTP 200 and by a shop that lets us in; undefined: whatever, but signed. */
  readonly answer?: Wanted
}

export interface Wanted {
  readonly code: number
  readonly text: string
  readonly result: unknown
}

const urlencoded = 'application/x-www-form-urlencoded'
const utf8 = new TextEncoder()

/** A rightly signed GetBills in one of the ways of writing that clients have. */
export function rightBody(random: Random, shop: Shop): Body {
  const email = random.one(
    () => random.pick([...customersOf(shop), 'nobody@example.com']),
    () => `${random.text("abc~'()*!+ё&=%", random.between(1, 12))}@example.com`,
  )
  const status = random.pick(['', '', 'paid', 'waiting', 'cancel', 'return'])
  const fields: [string, string][] = [
    ['email', random.once(4) ? ` ${email.toUpperCase()}` : email],
    ...(status === '' && random.once(2) ? [] : [['pay_status', status] as [string, string]]),
    ...random.list(random.pick([0, 0, 0, 1, 5]), (index): [string, string] => [
      `x${index}[${random.text('ab', 2)}]`,
      random.text("a b~'()*!ё&=%", random.below(10)),
    ]),
  ]
  const { sent, signed } = random.pick(mannersOfWriting)
  const hash = md5(Buffer.concat([writeForm(fields, signed), Buffer.from(`::${shop.login}::${shop.key}`)]))
  const bytes = writeForm([...fields, ['hash', random.once(4) ? hash.toUpperCase() : hash]], sent)
  const contentType = random.pick([urlencoded, `${urlencoded}; charset=UTF-8`, undefined])
  const result = billsOf(shop, email, status)
  const answer =
    result === undefined ? { code: 400, text: 'Order not found', result: [] } : { code: 0, text: 'OK', result }
  return { contentType, bytes, answer }
}

/** What is done to a right body; now and then it stays right, so nothing is said of the answer. */
export function mutatedBody(random: Random, shop: Shop): Body {
  let { contentType, bytes } = rightBody(random, shop)
  for (let times = random.pick([1, 1, 1, 2, 8]); times > 0; times--) bytes = mutated(random, bytes)
  if (random.once(10)) contentType = randomContentType(random)
  return { contentType, bytes }
}

export function mutated(random: Random, bytes: Buffer): Buffer {
  const at = random.below(bytes.length + 1)
  const end = Math.min(bytes.length, at + random.between(1, random.pick([1, 4, 40])))
  const splice = (middle: Uint8Array, from = end): Buffer =>
    Buffer.concat([bytes.subarray(0, at), middle, bytes.subarray(from)])
  return random.one(
    () => splice(Buffer.from([(bytes[at] ?? 0) ^ (1 << random.below(8))]), at + 1),
    () => splice(random.bytes(end - at)),
    () => splice(Buffer.alloc(0)),
    () => splice(bytes.subarray(at, end), at),
    () => splice(oddity(random), at),
    () => splice(oddity(random)),
    () => bytes.subarray(0, at),
    () => Buffer.concat([bytes.subarray(at), bytes.subarray(0, at)]),
  )
}

/** Bodies of any kind; most have no right hash. */
export function wildBody(random: Random, shop: Shop): Body {
  return random.one<Body>(
    () => ({ contentType: urlencoded, bytes: random.bytes(random.below(300)) }),
    () => ({ contentType: urlencoded, bytes: oddForm(random) }),
    () => ({ contentType: urlencoded, bytes: nested(random) }),
    () => ({ contentType: urlencoded, bytes: manyPairs(random) }),
    () => multipart(random, shop),
    () => multipart(random, shop),
    () => json(random),
    () => ({ contentType: randomContentType(random), bytes: oddForm(random) }),
    () => ({ contentType: undefined, bytes: Buffer.alloc(0) }),
  )
}

/** Larger than a form may be. */
export function largeBody(random: Random): Body {
  const over = random.pick([0, 1, 1, 70_000])
  return {
    contentType: urlencoded,
    bytes: Buffer.alloc(1_048_576 + over, random.pick(['a', '&', '%', 'a=b&', 'a[]=&'])),
  }
}

const oddities = [
  '\0',
  '%00',
  '%',
  '%%',
  '%4',
  '%zz',
  '%FF',
  '%C3%28',
  '%ED%A0%80',
  '%F0%9F%8E%93',
  '+',
  '&',
  '&&',
  '=',
  '==',
  '&=&',
  '[',
  ']',
  '[]',
  '[[',
  '[a][b]',
  '[]]',
  '&hash=',
  '&hash[]=',
  'hash',
  '&%68ash=0',
  '&rpsKey=',
  '&email[]=',
  '&__proto__[a]=',
  '&constructor=',
  '__Host-',
  ';',
  '\r\n',
  '\u00ff',
  '..',
  ' ',
  '&a.b[c d]=',
  '-1',
  '9223372036854775807',
  '[9223372036854775807]',
  '&x[]=&x[-5]=&x[]=',
]

function oddity(random: Random): Buffer {
  return Buffer.from(random.pick(oddities), 'latin1')
}

function oddForm(random: Random): Buffer {
  return Buffer.concat(
    random.list(random.below(40), () =>
      random.one(
        () => oddity(random),
        () => random.bytes(2),
      ),
    ),
  )
}

function nested(random: Random): Buffer {
  const depth = random.pick([1, 7, 8, 9, 100, 5_000])
  const key = random.pick(['[]', '[a]', '[0]', '[', ']', '[%00]'])
  return Buffer.from(`email=x%40y&a${key.repeat(depth)}=1&a${key.repeat(random.below(20))}=2&hash=0`)
}

function manyPairs(random: Random): Buffer {
  const pair = random.pick(['a=1&', '&', '=&', 'a[]=1&', 'a[b][]=1&', '%&'])
  return Buffer.from(
    `${pair.repeat(random.pick([998, 999, 1_000, 1_001, 5_000]))}hash=${random.text('0123456789abcdef', 32)}`,
  )
}

function json(random: Random): Body {
  const text = random.pick([
    '{}',
    '[]',
    'null',
    '{"email":',
    '{"email":"x@y","hash":"0"}',
    '['.repeat(2_000),
    '\ufeff{}',
    '"',
  ])
  return {
    contentType: random.pick(['application/json', 'application/json; charset=utf-8', 'Application/JSON']),
    bytes: Buffer.from(text),
  }
}

function multipart(random: Random, shop: Shop): Body {
  const boundary = random.pick([
    'x',
    '----WebKitFormBoundary7MA4YWxk',
    "'()+_,-./:=?",
    'a b',
    '-',
    '--',
    '0'.repeat(70),
    'я',
    '',
  ])
  const said = random.pick([boundary, boundary, boundary, `"${boundary}"`, `"${boundary}`, `${boundary}y`, ''])
  const contentType = `multipart/form-data${random.pick(['; boundary=', ';boundary=', '; BOUNDARY=', '; charset=x; boundary=', ''])}${said}`
  const hash = md5(`email=x%40y::${shop.login}::${shop.key}`)
  const fields = [
    ['email', 'x@y'],
    ['hash', hash],
    ...random.list(random.pick([0, 0, 3, 1_001]), () => ['a[]', oddity(random).toString('latin1')]),
  ]
  const lineEnd = random.pick(['\r\n', '\r\n', '\r\n', '\n', '\r'])
  const parts = fields.map(([name, value]) => {
    const disposition = `Content-Disposition: form-data; name="${name}"${random.once(20) ? `; filename="${oddity(random).toString('latin1')}"` : ''}`
    return `--${boundary}${lineEnd}${random.once(20) ? '' : disposition}${random.once(20) ? `${lineEnd}Content-Transfer-Encoding: base64` : ''}${lineEnd}${lineEnd}${value}${lineEnd}`
  })
  const bytes = Buffer.from(`${parts.join('')}--${boundary}--${lineEnd}`, 'latin1')
  return { contentType: asHeader(contentType), bytes: random.once(2) ? bytes : mutated(random, bytes) }
}

function randomContentType(random: Random): string {
  return random.one(
    () =>
      random.pick([
        '',
        'text/plain',
        'multipart/mixed; boundary=x',
        'multipart/form-data',
        '*/*',
        'application/json;',
        ';;',
        'x',
      ]),
    () => asHeader(random.text('abcdefghij/;=",. *\\', random.below(40))),
  )
}

/** What may stand in a header, in UTF-8. */
function asHeader(text: string): string {
  return Buffer.from(text.trim()).toString('latin1')
}

type Encode = (byte: number) => string

const percent: Encode = (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
const leaving =
  (left: RegExp, space: string): Encode =>
  (byte) => {
    const character = String.fromCharCode(byte)
    if (character === ' ') return space
    return left.test(character) ? character : percent(byte)
  }

const php = leaving(/[\w.-]/, '+')
const rfc3986 = leaving(/[\w.~-]/, '%20')
const browser = leaving(/[\w.*-]/, '+')
const javascript = leaving(/[\w.\-!'()*~]/, '+')
const careless = leaving(/[^&=%+;[\]\x80-\xff\0-\x20]/, '+')

const mannersOfWriting: readonly { readonly sent: Encode; readonly signed: Encode }[] = [
  { sent: php, signed: php },
  { sent: rfc3986, signed: rfc3986 },
  { sent: rfc3986, signed: php },
  { sent: browser, signed: browser },
  { sent: browser, signed: javascript },
  { sent: careless, signed: careless },
  { sent: careless, signed: php },
]

function writeForm(fields: readonly (readonly [string, string])[], encode: Encode): Buffer {
  const write = (text: string): string => Array.from(utf8.encode(text), encode).join('')
  return Buffer.from(fields.map(([name, value]) => `${write(name)}=${write(value)}`).join('&'), 'latin1')
}
