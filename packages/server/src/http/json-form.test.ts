import { formLimits, writeForm } from '@billkeep/wire/form.ts'
import { describe, expect, test } from 'vitest'
import { readJsonForm } from './json-form.ts'

const read = (json: string | Buffer): string => writeForm(readJsonForm(Buffer.from(json)))

describe('readJsonForm', () => {
  test.each([
    ['texts in their order', '{"rpsKey":"k#1","b":"","a":"x y"}', 'rpsKey=k%231&b=&a=x+y'],
    ['text beyond ASCII', '{"rpsKey":"k","note":"Анна"}', 'rpsKey=k&note=%D0%90%D0%BD%D0%BD%D0%B0'],
    [
      'numbers and flags as PHP writes them',
      '{"rpsKey":"k","a":1500.5,"b":true,"c":false}',
      'rpsKey=k&a=1500.5&b=1&c=0',
    ],
    ['nothing for null', '{"rpsKey":"k","a":null}', 'rpsKey=k'],
    ['a name that other objects have', '{"rpsKey":"k","__proto__":"x"}', 'rpsKey=k&__proto__=x'],
  ])('reads %s', (_what, json, form) => {
    expect(read(json)).toBe(form)
  })

  test.each([
    ['without a key', '{"hash":"0","email":"a@b"}'],
    ['that holds lists', '{"rpsKey":"k","a":["x"]}'],
    ['that holds objects', '{"rpsKey":"k","a":{"x":"y"}}'],
    ['that is a list', '["rpsKey"]'],
    ['that is a text', '"rpsKey"'],
    ['that is null', 'null'],
    ['that is none', '{"rpsKey":"k"'],
    ['of nothing', ''],
  ])('counts as an empty form: JSON %s', (_what, json) => {
    expect(read(json)).toBe('')
  })

  test('has the limits of any form', () => {
    const jsonOf = (count: number) =>
      JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, at) => [`n${at}`, 1])))
    expect(read(jsonOf(formLimits.maxPairs))).toBe('')
    expect(() => read(jsonOf(formLimits.maxPairs + 1))).toThrow('maxPairs')
  })
})
