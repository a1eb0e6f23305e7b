/** One file for Zapier, in which types are gone and only the platform is left to be installed. */
import { join } from 'node:path'
import { defineConfig } from 'rolldown'

export default defineConfig({
  input: join(import.meta.dirname, 'src/index.ts'),
  platform: 'node',
  external: ['zapier-platform-core'],
  output: { file: join(import.meta.dirname, 'dist/index.js'), format: 'esm' },
})
