/** What the server says when it refuses, in Russian. */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { faultsIn, wording } from '../../server/src/operations/faults.ts'
import { refusals, russianRefusal } from '../src/texts/refusals.ts'

const server = join(import.meta.dirname, '../../server/src')

test.each([
  ['There is no order 7.', 'Заказа 7 в этом магазине нет.'],
  ['Order 7 is paid and cannot be cancelled.', 'Заказ 7 оплачен: отменить его нельзя.'],
  ['«a\nb» is not a currency. Examples: RUB, EUR, USD', '«a\nb» — не валюта. Примеры: RUB, EUR, USD'],
  ['items[0].sum must be a sum in quotes like "1500.00"', 'items[0].sum — сумма в кавычках, например "1500.00"'],
  ['answered 500', 'ответ 500'],
  ['no answer within 10 s', 'нет ответа за 10 с'],
  ['The moon is full.', 'The moon is full.'],
])('%j is said as %j', (english, russian) => {
  expect(russianRefusal(english)).toBe(russian)
})

test.each([
  [z.string(), undefined],
  [z.string(), 1],
  [z.number(), 'a'],
  [z.int(), 1.5],
  [z.iso.datetime(), 'soon'],
  [z.iso.date(), 'soon'],
  [z.enum(['owner', 'staff']), 'god'],
  [z.string().min(1), ''],
  [z.string().min(3), 'ab'],
  [z.string().max(1), 'ab'],
  [z.array(z.string()).min(1), []],
  [z.array(z.string()).max(2), ['a', 'b', 'c']],
  [z.array(z.string()).max(1), ['a', 'b']],
  [z.array(z.string()).min(2), ['a']],
  [z.number().min(1), 0],
  [z.number().max(1), 2],
])('what is wrong with a field is said in Russian: %#', (schema, given) => {
  const { error } = z.strictObject({ field: schema }).safeParse({ field: given }, { error: wording })
  const [fault] = faultsIn('body', error)
  expect(russianRefusal(fault?.detail ?? '')).toMatch(/\p{Script=Cyrillic}/u)
})

test('the server still says each of the others', () => {
  const source = globSync('**/*.ts', { cwd: server })
    .map((file) => readFileSync(join(server, file), 'utf8'))
    .join('\n')
    // Over HTTP the command's option is a parameter.
    .replaceAll('--update', '«update»')
    // Sentences may go over several lines.
    .replaceAll(/['`] \+\s*['`]/g, '')
  const isSaid = (part: string): boolean =>
    source.includes(part) || source.includes(part.replaceAll("'", String.raw`\'`))
  const sentences = Object.keys(refusals).filter((english) => !english.startsWith('«{field}» must'))
  const unsaid = sentences.filter((english) => {
    const known = english
      .replace(/^«\{field\}» (.*)\.$/, '$1')
      .replace(/(?<= cannot be )(?:paid|cancelled|returned|sent)\.$/, '')
    const parts = known.split(/\{\w+\}/)
    return !parts.every((part) => isSaid(part))
  })
  expect(unsaid).toEqual([])
})
