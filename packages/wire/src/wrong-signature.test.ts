import { expect, test } from 'vitest'
import { md5 } from '#digest'
import { formFrom } from './form-data.ts'
import { parseForm, writeForm } from './form.ts'
import { signRequest } from './signature.ts'
import { explainWrongSignature } from './wrong-signature.ts'

const login = 'alice'
const key = 'a key of some length'
const retiredKey = 'the key before that'
const query = writeForm(formFrom({ email: 'anna smith@пример.рф', city: 'Köln ~', a: '1' }))

function explained(hash: string, body = query): string {
  return explainWrongSignature({ body, form: parseForm(`${body}&hash=${hash}`), hash, login, keys: [key], retiredKey })
}

test.each([
  ['notMd5', 'abc'],
  ['notMd5', 'f'.repeat(64)],
  ['retiredKey', signRequest(query, login, retiredKey)],
  ['sorted', signRequest(query.split('&').toSorted().join('&'), login, key)],
  ['unencoded', md5(`email=anna smith@${decoded('пример.рф')}&city=${decoded('Köln ~')}&a=1::${login}::${key}`)],
  ['otherEncoding', signRequest(query.replaceAll('+', '%20'), login, key)],
  ['otherEncoding', signRequest(query.replaceAll('+', '%20').replaceAll('%7E', '~'), login, key)],
  [
    'otherEncoding',
    signRequest(
      query.replaceAll(/%../g, (one) => one.toLowerCase()),
      login,
      key,
    ),
  ],
  ['parameterAdded', signRequest(query.replace('&a=1', ''), login, key)],
  ['noParameters', signRequest('', login, key)],
  ['swapped', signRequest(query, key, login)],
  ['noLogin', md5(`${query}::${key}`)],
  ['noColons', md5(`${query}${login}${key}`)],
  ['spaceInKey', signRequest(query, login, `${key}\n`)],
  ['otherKey', signRequest(query, login, 'a key of another shop')],
  ['otherKey', signRequest(query, 'bob', key)],
] as const)('%s', (fault, hash) => {
  expect(explained(hash)).toBe(fault)
})

test('hundreds of parameters are not all tried', () => {
  const many = writeForm(formFrom(Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`p${at}`, 'x']))))
  expect(explained(signRequest(many.replace('&p5=x', ''), login, key), many)).toBe('parameterAdded')
  expect(explained(signRequest(many.replace('&p299=x', ''), login, key), many)).toBe('otherKey')
})

/** As bytes. */
function decoded(text: string): string {
  return Buffer.from(text, 'utf8').toString('latin1')
}
