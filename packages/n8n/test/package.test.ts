/** What n8n asks of a package before it loads it. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const folder = join(import.meta.dirname, '..')

interface PackageFile {
  readonly version: string
  readonly keywords: readonly string[]
  readonly files: readonly string[]
  readonly n8n: { readonly credentials: readonly string[]; readonly nodes: readonly string[] }
  readonly peerDependencies: object
  readonly dependencies?: object
}

const packageFile = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as PackageFile

test('nothing is needed at run time but n8n', () => {
  expect(packageFile.dependencies).toBeUndefined()
  expect(packageFile.peerDependencies).toEqual({ 'n8n-workflow': '*' })
  expect(packageFile.keywords).toContain('n8n-community-node-package')
  expect(packageFile.files).toEqual(['dist'])
})

test.each([...packageFile.n8n.credentials, ...packageFile.n8n.nodes])('%s has a source with an icon', (file) => {
  const source = join(folder, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'))
  const icons = [...readFileSync(source, 'utf8').matchAll(/file:([^']+\.svg)/g)].map(([, icon = '']) => icon)
  expect(icons).toHaveLength(2)
  for (const icon of icons) expect(existsSync(join(source, '..', icon))).toBe(true)
})
