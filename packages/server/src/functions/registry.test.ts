import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { functions } from './registry.ts'

/** `functions/<noun>/<Name>.ts`: a function's file begins with a capital, as no other does. */
const files = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => readdirSync(`${import.meta.dirname}/${name}`))
  .filter((file) => /^[A-Z].*(?<!\.test)\.ts$/.test(file))

describe('the registry', () => {
  test('has every function that has a file, and no other', () => {
    expect(Object.keys(functions).toSorted()).toEqual(files.map((file) => file.replace('.ts', '')).toSorted())
  })

  test.each(Object.entries(functions))('calls %s by its name', (key, { name }) => {
    expect(name).toBe(key)
  })

  test('has no two names that differ in case only: the wire makes no difference', () => {
    const names = Object.keys(functions).map((name) => name.toLowerCase())
    expect(new Set(names).size).toBe(names.length)
  })

  test.each(Object.values(functions))('shows a sample of $name that fits its schemas', ({ input, output, sample }) => {
    expect(input.safeParse(sample.input)).toMatchObject({ success: true })
    expect(output.safeParse(sample.output)).toMatchObject({ success: true })
  })

  test.each(Object.values(functions))('describes $name and each of its parameters', ({ title, input }) => {
    expect(title).not.toBe('')
    const undescribed = Object.entries(input.shape).filter(([, field]) => {
      const { title: label = '', description = '' } = field.meta() ?? {}
      return label === '' || description === ''
    })
    expect(undescribed).toEqual([])
  })
})
