/** The programs of the README, as they stand there, but for the names of the shop and its secrets. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ReadmeProgram {
  readonly name: string
  readonly code: string
  /** What stands below it as what it prints. */
  readonly output: string | undefined
}

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')
const blocks = /```ts\n([^]*?)```(?:\n+```text\n([^]*?)```)?/g

export const readmePrograms: readonly ReadmeProgram[] = Array.from(
  readme.matchAll(blocks),
  ([, code = '', output], index) => ({ name: `readme-${index + 1}.ts`, code, output }),
)

export interface Filling {
  readonly baseUrl: string
  readonly key: string
  readonly token: string
  readonly secret: string
}

/** The same with values that are there. */
export function filled(code: string, { baseUrl, key, token, secret }: Filling): string {
  return code
    .replaceAll('https://alice.shops.example.com', baseUrl)
    .replaceAll('THE-API-KEY', key)
    .replaceAll('THE-TOKEN', token)
    .replaceAll('THE-SECRET', secret)
}
