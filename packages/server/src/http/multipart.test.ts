import { writeForm } from '@billkeep/wire/form.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readMultipart } from './multipart.ts'

const contentType = 'multipart/form-data; boundary=----b'

/** A character is a byte. */
function bodyOf(...parts: readonly string[]): Buffer {
  return Buffer.from(`${parts.map((part) => `------b\r\n${part}\r\n`).join('')}------b--\r\n`, 'latin1')
}

const field = (name: string, value: string) => `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`

async function read(body: Buffer, type = contentType): Promise<string | undefined> {
  const form = await readMultipart(type, body)
  return form === undefined ? undefined : writeForm(form)
}

describe('readMultipart', () => {
  test.each([
    ['fields in their order', [field('b', '1'), field('a', '2')], 'b=1&a=2'],
    [
      'names with brackets as PHP nests them',
      [field('g[1][x]', '1'), field('g[0][x]', '2'), field('l[]', '3')],
      'g%5B1%5D%5Bx%5D=1&g%5B0%5D%5Bx%5D=2&l%5B0%5D=3',
    ],
    ['an empty value', [field('a', '')], 'a='],
    ['line ends in a value', [field('a', '1\r\n\r\n2\n')], 'a=1%0D%0A%0D%0A2%0A'],
    ['what looks encoded as it is', [field('a%5B', '%41+&=')], 'a%255B=%2541%2B%26%3D'],
    ['bytes that are no UTF-8', [field('a', '\xff\xfe')], 'a=%FF%FE'],
    ['UTF-8 in names and values', [field('\xd0\x90', '\xd0\x91')], '%D0%90=%D0%91'],
    [
      'a value with a charset of its own',
      [`Content-Type: text/plain; charset=utf-8\r\n${field('a', '\xd0\x91')}`],
      'a=%D0%91',
    ],
    ['a value of any type', [`Content-Type: application/octet-stream\r\n${field('a', '\xd0')}`], 'a=%D0'],
    ['no part without a name', ['Content-Disposition: form-data\r\n\r\n1', 'X: y\r\n\r\n1', field('a', '2')], 'a=2'],
    ['no files', ['Content-Disposition: form-data; name="f"; filename="x.txt"\r\n\r\n1', field('a', '2')], 'a=2'],
    ["the last of two, in the first's place", [field('a', '1'), field('b', '2'), field('a', '3')], 'a=3&b=2'],
  ])('reads %s', async (_what, parts, form) => {
    expect(await read(bodyOf(...parts))).toBe(form)
  })

  test('reads nothing where nothing was sent', async () => {
    expect(await read(Buffer.from('------b--\r\n'))).toBe('')
  })

  test.each([
    ['without a boundary', 'multipart/form-data', bodyOf(field('a', '1'))],
    ['with another boundary', 'multipart/form-data; boundary=x', bodyOf(field('a', '1'))],
    ['cut off', contentType, bodyOf(field('a', '1')).subarray(0, -12)],
    ['cut off in a header', contentType, bodyOf(field('a', '1')).subarray(0, 30)],
    ['empty', contentType, Buffer.alloc(0)],
    ['urlencoded in truth', contentType, Buffer.from('email=a%40b')],
    ['of too many parts', contentType, bodyOf(...Array.from({ length: 1_001 }, () => field('a', '1')))],
  ])('finds malformed: a body %s', async (_how, type, body) => {
    expect(await read(body, type)).toBeUndefined()
  })

  test('holds the limits of any form', async () => {
    await expect(read(bodyOf(field(`a${'[b]'.repeat(9)}`, '1')))).rejects.toThrow('maxDepth')
    await expect(read(bodyOf(...Array.from({ length: 1_000 }, (_, i) => field(`a${i}`, ''))))).resolves.toBeDefined()
  })

  test('comes to an end whatever is sent', async () => {
    const piece = fc.constantFrom(
      '------b',
      '--',
      '\r\n',
      '\r\n\r\n',
      'Content-Disposition: form-data; name="a"',
      '; filename="',
      '"',
      '\0',
      'x: y',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(piece, fc.string({ maxLength: 5 })), { maxLength: 12 }), async (pieces) => {
        await readMultipart(contentType, Buffer.from(`------b\r\n${pieces.join('')}`, 'latin1')).catch(() => {})
      }),
      { numRuns: 2_000 },
    )
  })
})
