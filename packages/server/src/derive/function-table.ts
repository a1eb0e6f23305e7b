/** The functions as a table in Markdown, with links from the project's folder. */
import { globSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { functions, functions2 } from '../functions/registry.ts'

const folder = join(import.meta.dirname, '../functions')

export function functionTable(): string {
  const rows = [
    ...Object.values(functions).map(({ name, title }) => rowOf('1.0', name, title)),
    ...Object.values(functions2).map(({ name, title }) => rowOf('2.0', name, title)),
  ]
  return ['| function | API | what it does |', '| --- | --- | --- |', ...rows, ''].join('\n')
}

function rowOf(version: '1.0' | '2.0', name: string, title: string): string {
  return `| [${name}](packages/server/src/functions/${fileOf(version, name)}) | ${version} | ${title} |`
}

/** The file's own name decides, not the file system: `createorder` and `CreateOrder` are two. */
function fileOf(version: '1.0' | '2.0', name: string): string {
  const file = globSync('*/*.ts', { cwd: folder }).find(
    (path) => basename(path) === `${name}.ts` && (dirname(path) === 'api-2.0') === (version === '2.0'),
  )
  if (file === undefined) throw new Error(`${name} (API ${version}) has no file.`)
  return file.replaceAll('\\', '/')
}
