/** Makes `dist`: one module without imports, and the types of what it exports (docs/decisions/0019). */

import { spawnSync } from 'node:child_process'
import { copyFileSync, cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const folder = fileURLToPath(new URL('.', import.meta.url))
const dist = join(folder, 'dist')
const require = createRequire(import.meta.url)

rmSync(dist, { recursive: true, force: true })
await build({
  input: join(folder, 'src/index.ts'),
  // Not Node's conditions: the digests in plain JavaScript run everywhere.
  platform: 'browser',
  output: { file: join(dist, 'index.js'), format: 'esm' },
})
writeTypes()
// What of it is bundled asks for its licence to go along.
copyFileSync(join(dirname(require.resolve('@noble/hashes/legacy.js')), 'LICENSE'), join(dist, 'LICENSE.noble-hashes'))

/** Those of `wire` are made along, as it has no types of its own, and left behind: nothing that is exported names them. */
function writeTypes() {
  const made = mkdtempSync(join(tmpdir(), 'billkeep-client-'))
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc')
  const args = [compiler, '-p', join(folder, 'tsconfig.build.json'), '--outDir', made]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error('The types could not be made, as shown above.')
  cpSync(join(made, 'client/src'), join(dist, 'types'), { recursive: true })
  rmSync(made, { recursive: true })
  for (const file of globSync('types/**/*.d.ts', { cwd: dist })) {
    const text = readFileSync(join(dist, file), 'utf8')
    if (text.includes('@billkeep/wire')) throw new Error(`${file} names wire.`)
    // Where there are types only, tools look for those of a module by the name that its JavaScript would have.
    writeFileSync(join(dist, file), text.replaceAll(/( from '\.{1,2}\/[^']+)\.ts'/g, "$1.js'"))
  }
}
