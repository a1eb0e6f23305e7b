/**
 * What npm runs before it publishes the package: refuses while it has a name that only stands in for the publisher's
 * own. n8n asks for an author and for addresses of documentation, and there is none that is true of everybody.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const files = ['package.json', 'credentials/BillkeepApi.credentials.ts']
const places = files.flatMap((file) =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .flatMap((line, index) => (line.includes('billkeep.example') ? [`  ${file}:${index + 1}  ${line.trim()}`] : [])),
)

if (places.length > 0) {
  console.error(
    `Put your own name and addresses in place of billkeep.example before you publish this:\n${places.join('\n')}`,
  )
  process.exitCode = 1
}
