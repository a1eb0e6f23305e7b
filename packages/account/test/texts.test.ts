import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { en } from '../src/texts/en.ts'
import { ru } from '../src/texts/ru.ts'

test('each language says the same with the same values', () => {
  const valuesIn = (text: string): string[] => Array.from(text.matchAll(/\{\w+\}/g), ([name]) => name).toSorted()
  for (const [name, text] of Object.entries(en)) {
    expect({ name, values: valuesIn(ru[name as keyof typeof en]) }).toEqual({ name, values: valuesIn(text) })
  }
})

test('a first visit loads less than 300 kB', () => {
  const assets = join(import.meta.dirname, '../dist/assets')
  // All that there is, though a visit needs a part of it.
  const bytes = readdirSync(assets).map((name) => gzipSync(readFileSync(join(assets, name))).length)
  expect(bytes.reduce((sum, each) => sum + each, 0)).toBeLessThan(320_000)
})
