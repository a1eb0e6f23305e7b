/** npm run size -w packages/client: what the package costs those who load it in a page, minified and compressed. */

import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import { build } from 'rolldown'

const uses = {
  'all of it': "export * from 'client'",
  'API v1 and the order API': "export { Billkeep } from 'client'",
  'webhooks only': "export { verifyWebhook } from 'client'",
  'notifications only': "export { verifyNotification } from 'client'",
}

const entry = fileURLToPath(new URL('src/index.ts', import.meta.url))
const used = '\0used.js'

for (const [name, code] of Object.entries(uses)) {
  const minified = await minify(code)
  console.log(`${name}: ${kib(minified.length)} minified, ${kib(gzipSync(minified).length)} with gzip`)
}

function kib(bytes) {
  return `${(bytes / 1024).toFixed(1)} KiB`
}

/** As a bundler gives it to a page that uses no more of the package than this. */
async function minify(code) {
  const { output } = await build({
    input: used,
    platform: 'browser',
    write: false,
    output: { format: 'esm', minify: true },
    plugins: [
      {
        name: 'used',
        resolveId: (id) => (id === used ? id : id === 'client' ? { id: entry, moduleSideEffects: false } : undefined),
        load: (id) => (id === used ? code : undefined),
      },
    ],
  })
  return output[0].code
}
