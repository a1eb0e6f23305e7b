/**
 * Each node and the credentials as a file of CommonJS, as n8n loads them, with their icons and descriptions beside them.
 * Only n8n's own package is left to be there.
 */
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'rolldown'

const folder = import.meta.dirname

const files = [
  'credentials/BillkeepApi.credentials',
  'nodes/Billkeep/Billkeep.node',
  'nodes/BillkeepTrigger/BillkeepTrigger.node',
]

const others = globSync(['icons/*.svg', 'nodes/*/*.node.json'], { cwd: folder })

export default defineConfig({
  input: Object.fromEntries(files.map((file) => [file, join(folder, `${file}.ts`)])),
  platform: 'node',
  external: ['n8n-workflow'],
  plugins: [
    {
      name: 'others',
      generateBundle() {
        for (const file of others) {
          this.emitFile({ type: 'asset', fileName: file, source: readFileSync(join(folder, file)) })
        }
      },
    },
  ],
  output: { dir: join(folder, 'dist'), format: 'cjs', chunkFileNames: 'parts/[name].js' },
})
