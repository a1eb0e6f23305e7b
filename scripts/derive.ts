/** npm run derive: writes the files that are derived from the code, and says which of them have changed. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { derivedFiles } from '../packages/server/src/derive/derived-files.ts'

const root = join(import.meta.dirname, '..')

for (const { path, derive } of derivedFiles) {
  const file = join(root, path)
  const present = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const derived = derive(present)
  if (derived !== present) {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, derived)
  }
  console.log(`${path}: ${derived === present ? 'unchanged' : 'written'}`)
}
