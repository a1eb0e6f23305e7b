import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { scopes } from '../src/generated/routes.ts'
import { texts as ofTokens } from '../src/pages/api/texts.ts'
import { en } from '../src/texts/en.ts'
import type { OwnTexts } from '../src/texts/language.tsx'
import { ru } from '../src/texts/ru.ts'

const pages = join(import.meta.dirname, '../src/pages')

test('each language says the same with the same values, and numbers with as many words as it has', async () => {
  const own = await Promise.all(
    globSync('*/texts.ts', { cwd: pages }).map(async (file) => {
      const { texts } = (await import(join(pages, file))) as { readonly texts: OwnTexts<string> }
      return [file, texts] as const
    }),
  )
  for (const [file, texts] of [['texts', { en, ru }] as const, ...own]) {
    expect({ file, names: Object.keys(texts.ru).toSorted() }).toEqual({ file, names: Object.keys(texts.en).toSorted() })
    const values = (said: Readonly<Record<string, string>>, words: number): unknown =>
      Object.entries(said).map(([name, text]) => [file, name, valuesIn(text, words)])
    expect(values(texts.ru, 3)).toEqual(expect.arrayContaining(values(texts.en, 2) as unknown[]))
  }
})

test('each thing that a token may do has a name', () => {
  const names = scopes.flatMap((scope) => {
    const [noun = '', verb = 'use'] = scope.split(':')
    return [`noun.${noun}`, `may.${verb}`]
  })
  expect(names.filter((name) => !Object.hasOwn(ofTokens.en, name))).toEqual([])
})

/** The names in braces; those with words must have as many of them as given. */
function valuesIn(text: string, words: number): readonly string[] {
  return Array.from(text.matchAll(/\{(\w+)((?:\|[^}|]*)*)\}/g), ([, name = '', forms = '']) => {
    const given = forms.split('|').length - 1
    return given === 0 || given === words ? name : `${name} with ${given} words`
  }).toSorted()
}
