/** What n8n asks of a package before it loads it. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

const folder = join(import.meta.dirname, '..')

interface PackageFile {
  readonly version: string
  readonly keywords: readonly string[]
  readonly files: readonly string[]
  readonly scripts: Readonly<Record<string, string>>
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
  // npm takes it along by its name.
  expect(readFileSync(join(folder, 'LICENSE'), 'utf8')).toContain('MIT')
})

test.each([...packageFile.n8n.credentials, ...packageFile.n8n.nodes])('%s has a source with an icon', (file) => {
  const source = join(folder, file.replace(/^dist\//, '').replace(/\.js$/, '.ts'))
  const icons = [...readFileSync(source, 'utf8').matchAll(/file:([^']+\.svg)/g)].map(([, icon = '']) => icon)
  expect(icons).toHaveLength(2)
  for (const icon of icons) expect(existsSync(join(source, '..', icon))).toBe(true)
})

test('it is not published under a name that is nobody’s', () => {
  const copy = mkdtempSync(join(tmpdir(), 'billkeep-n8n-'))
  onTestFinished(() => {
    rmSync(copy, { recursive: true })
  })
  const files = ['package.json', 'credentials/BillkeepApi.credentials.ts', 'publishable.mjs']
  for (const file of files) {
    mkdirSync(dirname(join(copy, file)), { recursive: true })
    copyFileSync(join(folder, file), join(copy, file))
  }
  const check = () => spawnSync(process.execPath, ['publishable.mjs'], { cwd: copy, encoding: 'utf8' })
  expect(check()).toMatchObject({ status: 1, stderr: expect.stringMatching(/package\.json:\d+ .*"email"/) as unknown })
  for (const file of files.slice(0, 2)) {
    const text = readFileSync(join(copy, file), 'utf8')
    writeFileSync(join(copy, file), text.replaceAll('billkeep.example', 'anna.example'))
  }
  expect(check()).toMatchObject({ status: 0, stderr: '' })
  expect(packageFile.scripts['prepublishOnly']).toBe('node publishable.mjs')
})
