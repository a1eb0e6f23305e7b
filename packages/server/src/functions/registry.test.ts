import { readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { functions, functions2 } from './registry.ts'

/** `functions/<noun>/<Name>.ts`; those of API 2.0 have a folder of their own, as some names differ in case only. */
const files = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name: folder }) =>
    readdirSync(`${import.meta.dirname}/${folder}`)
      .filter((file) => /^\w+\.ts$/.test(file))
      .map((file) => ({ version: folder === 'api-2.0' ? 2 : 1, name: file.replace('.ts', '') })),
  )

const namesOf = (version: 1 | 2): string[] => files.filter((file) => file.version === version).map(({ name }) => name)
interface Shown {
  readonly name: string
  readonly title: string
  readonly input: z.ZodObject<Record<string, z.ZodType>>
  readonly output: z.ZodType
  readonly sample: { readonly input: unknown; readonly output: unknown }
}
const all: readonly (readonly [string, Shown])[] = [...Object.entries(functions), ...Object.entries(functions2)]

describe('the registry', () => {
  test('has every function that has a file, and no other', () => {
    expect(Object.keys(functions).toSorted()).toEqual(namesOf(1).toSorted())
    expect(Object.keys(functions2).toSorted()).toEqual(namesOf(2).toSorted())
  })

  test.each(all)('calls %s by its name', (key, { name }) => {
    expect(name).toBe(key)
  })

  test.each([functions, functions2])(
    'has no two names that differ in case only: the wire makes no difference',
    (table) => {
      const names = Object.keys(table).map((name) => name.toLowerCase())
      expect(new Set(names).size).toBe(names.length)
    },
  )

  test.each(all)('shows a sample of %s that fits its schemas', (_name, { input, output, sample }) => {
    expect(input.safeParse(sample.input)).toMatchObject({ success: true })
    expect(output.safeParse(sample.output)).toMatchObject({ success: true })
  })

  test.each(all)('describes %s and each of its parameters', (_name, { title, input }) => {
    expect(title).not.toBe('')
    const undescribed = Object.entries(input.shape).filter(([, field]) => {
      const { title: label = '', description = '' } = field.meta() ?? {}
      return label === '' || description === ''
    })
    expect(undescribed).toEqual([])
  })
})
