import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { functions, functions2 } from '../functions/registry.ts'
import { derivedFiles } from './derived-files.ts'
import { functionTable } from './function-table.ts'
import { withMarkedPart } from './marked-part.ts'

const root = join(import.meta.dirname, '../../../..')

test.each(derivedFiles)('$path says what the code says', ({ path, derive }) => {
  const file = join(root, path)
  const present = existsSync(file) ? readFileSync(file, 'utf8') : ''
  expect(present, `${path} is stale: run «npm run derive» and commit what it changes`).toBe(derive(present))
})

describe('the table of functions', () => {
  const rows = functionTable().split('\n').slice(2, -1)

  test('has each function once, with what its definition says, and a link that leads to it', () => {
    const all = [...Object.values(functions), ...Object.values(functions2)]
    const cells = rows.map((row) => /^\| \[(\w+)\]\((\S+)\) \| [12]\.0 \| (.+) \|$/.exec(row)?.slice(1) ?? [])
    expect(cells.map(([name, , title]) => [name, title])).toEqual(all.map(({ name, title }) => [name, title]))
    for (const [name = '', path = ''] of cells) {
      expect(existsSync(join(root, path))).toBe(true)
      expect(readFileSync(join(root, path), 'utf8')).toContain(`export const ${name} = defineFunction({`)
    }
  })

  test('says of no two functions of a version the same', () => {
    const said = rows.map((row) => row.split(' | ').slice(1).join())
    expect(new Set(said).size).toBe(said.length)
  })
})

describe('a marked part', () => {
  const page = 'Before\n<!-- list: npm run derive -->\nold\n<!-- /list -->\nAfter\n'

  test('takes the place of what was there, and of nothing else', () => {
    const changed = 'Before\n<!-- list: npm run derive -->\n$& new\n<!-- /list -->\nAfter\n'
    expect(withMarkedPart(page, 'list', '$& new\n')).toBe(changed)
    expect(withMarkedPart(changed, 'list', 'old\n')).toBe(page)
  })

  test.each([
    ['no marks', ''],
    ['other marks', page.replaceAll('list', 'table')],
    ['a beginning without an end', page.replace('<!-- /list -->\n', '')],
    ['an end without a beginning', page.replace('<!-- list: npm run derive -->\n', '')],
    ['an end before the beginning', '<!-- /list -->\n<!-- list: npm run derive -->\n'],
    ['two beginnings', `<!-- list: npm run derive -->\n${page}`],
    ['two ends', `${page}<!-- /list -->\n`],
  ])('is missed in a page with %s', (_, text) => {
    expect(() => withMarkedPart(text, 'list', 'new\n')).toThrow(
      'The page must have a line <!-- list: npm run derive -->',
    )
  })
})
