/** What ends a connection: requests that are no sound HTTP, or that never become whole. */
import { shopNamed } from '../../../../conformance/fixture.ts'
import { mutated } from './bodies.ts'
import type { Random } from './random.ts'
import { type Expectation, type Request, soundRequest } from './requests.ts'

export interface Ending {
  readonly request: Request
  /** Node drops a connection on which a CONNECT comes, with the replies that are under way. */
  readonly cutsReplies?: boolean
  /** What the caller does after it. */
  readonly manner: 'listen' | 'half-close' | 'vanish'
}

const anything: Expectation = { kind: 'anything' }

export function brokenEnding(random: Random): Ending {
  const sound = soundRequest(random, true)
  const head = sound.bytes.indexOf('\r\n\r\n') + 4
  const no = (bytes: Buffer): Ending => ({
    request: { method: methodIn(bytes), bytes, expectation: anything },
    manner: 'half-close',
  })
  const text = (...lines: readonly string[]): Ending => no(Buffer.from(lines.join('\r\n'), 'latin1'))
  return random.one<Ending>(
    () => no(Buffer.concat([mutated(random, sound.bytes.subarray(0, head)), sound.bytes.subarray(head)])),
    () => no(Buffer.concat([mutated(random, sound.bytes.subarray(0, head)), sound.bytes.subarray(head)])),
    () => no(mutated(random, mutated(random, sound.bytes))),
    () => no(random.bytes(random.below(500))),
    () => no(sound.bytes.subarray(0, random.below(head))),
    () => ({ request: sound, manner: 'vanish' }),
    () => ({
      request: { ...sound, bytes: sound.bytes.subarray(0, random.below(sound.bytes.length)) },
      manner: 'vanish',
    }),
    () => brokenChunks(random),
    () => brokenChunks(random),
    () => cutBody(random),
    () => cutBody(random),
    () => text(...host(random), `X-Long: ${'x'.repeat(random.pick([16_000, 17_000, 70_000]))}`, '', ''),
    () => text(...host(random), ...random.list(random.pick([500, 3_000]), (index) => `X-${index}: 1`), '', ''),
    () => text(...host(random), 'Content-Length: 5', 'Transfer-Encoding: chunked', '', '0', '', ''),
    () => text(...host(random), 'Content-Length: 5', 'Content-Length: 6', '', 'hash=0'),
    () =>
      text(
        ...host(random),
        `Content-Length: ${random.pick(['-1', '+5', '5, 5', '0x5', '', '1e3', '9'.repeat(30), ' 5 5'])}`,
        '',
        'hash=',
      ),
    () =>
      text(
        ...host(random),
        `Transfer-Encoding: ${random.pick(['gzip', 'chunked, chunked', 'x, chunked', 'chunked\x0b', '"chunked"', 'identity'])}`,
        '',
        '0',
        '',
        '',
      ),
    () => text(...host(random), 'Host: bob_77.localhost', 'Host: closed.localhost', 'Content-Length: 0', '', ''),
    () =>
      text(
        ...host(random),
        random.pick([' folded: x', 'X : y', 'X', ': x', 'X\0: y', 'X: \0', 'X: \ry', '\x80: x']),
        '',
        '',
      ),
    () => text(`${random.pick(['FOO', 'post', 'POS', ''])} /api/GetBills HTTP/1.1`, 'Host: alice.localhost', '', ''),
    () =>
      text(
        `POST ${random.pick(['api/GetBills', '/a b', 'http://', 'http:///api/GetBills', '/\0', '/\x80\xff', '//', 'alice.localhost:80', '?'])} HTTP/1.1`,
        'Host: alice.localhost',
        'Content-Length: 0',
        '',
        '',
      ),
    () =>
      text(
        `POST /api/GetBills ${random.pick(['HTTP/0.9', 'HTTP/2.0', 'HTTP/1.2', 'HTTP/1.1 ', 'http/1.1', 'ICE/1.0', ''])}`,
        'Host: alice.localhost',
        '',
        '',
      ),
    () => ({ ...text('CONNECT alice.localhost:80 HTTP/1.1', 'Host: alice.localhost', '', ''), cutsReplies: true }),
    () => text('PRI * HTTP/2.0', '', 'SM', '', ''),
    () => no(Buffer.from('16030100c8010000c40303', 'hex')),
    () => no(Buffer.from(`${random.pick(['\r\n', '\n', ' '])}${sound.bytes.toString('latin1')}`, 'latin1')),
    () =>
      no(Buffer.from(sound.bytes.toString('latin1').replaceAll('\r\n', random.pick(['\n', '\r', '\n\r'])), 'latin1')),
  )
}

/** As the server may still read it: empty lines before a request are passed over. */
function methodIn(bytes: Buffer): string {
  return /^[\r\n]*HEAD /.test(bytes.toString('latin1', 0, 100)) ? 'HEAD' : 'POST'
}

function host(random: Random): readonly string[] {
  return ['POST /api/GetBills HTTP/1.1', `Host: ${random.pick(['alice', 'closed', 'nobody'])}.localhost`]
}

/** The head is sound, so the shop is known, and must sign what it says of the rest. */
function brokenChunks(random: Random): Ending {
  const good = random.pick(['', '5\r\nemail\r\n', '1;x=y\r\na\r\n'])
  const bad = random.pick([
    'x\r\n',
    '-1\r\n',
    '5\r\nemailx\r\n',
    `${'f'.repeat(20)}\r\n`,
    '0x5\r\nemail\r\n',
    '\r\n',
    '5 5\r\nemail\r\n',
    `1;${'x'.repeat(20_000)}\r\n`,
  ])
  return aliceSays('Transfer-Encoding: chunked', good + bad)
}

/** Its length was promised, and then the caller has nothing more to say. */
function cutBody(random: Random): Ending {
  return random.one(
    () =>
      aliceSays(
        `Content-Length: ${random.pick([100, 1_000_000, 1_048_576])}`,
        'email=x%40y'.slice(0, random.below(12)),
      ),
    () =>
      aliceSays(
        'Transfer-Encoding: chunked',
        random.pick(['', '5', '5\r\n', '5\r\nemail', '5\r\nemail\r\n', '5\r\nemail\r\n0\r\n']),
      ),
  )
}

function aliceSays(framing: string, body: string): Ending {
  const head = ['POST /api/GetBills HTTP/1.1', 'Host: alice.localhost', framing, '', ''].join('\r\n')
  const expectation: Expectation = { kind: 'signed', keys: [shopNamed('alice').key], statuses: [400] }
  return { request: { method: 'POST', bytes: Buffer.from(head + body, 'latin1'), expectation }, manner: 'half-close' }
}
