import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'

const built = join(import.meta.dirname, '../dist')
/** Compressed: two seconds on a slow phone connection (1.6 Mbit/s and 150 ms away). */
const budget = 300_000

interface Chunk {
  readonly file: string
  readonly css?: readonly string[]
  readonly imports?: readonly string[]
  readonly isDynamicEntry?: boolean
}

test('no page loads more than 300 kB when it is the first', () => {
  const manifest = JSON.parse(readFileSync(join(built, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  // What a page loads when it is there already, as the overview its chart, may come later.
  const pages = Object.keys(manifest).filter(
    (name) => manifest[name]?.isDynamicEntry === true && /^src\/pages\/[^/]+$/.test(name),
  )
  expect(pages.length).toBeGreaterThan(3)
  const sizes = pages.map((page) => [page, bytesOf(filesOf(manifest, ['index.html', page]))] as const)
  expect(sizes.filter(([, bytes]) => bytes > budget)).toEqual([])
})

function filesOf(manifest: Readonly<Record<string, Chunk>>, names: readonly string[]): Set<string> {
  const seen = new Set<string>()
  const files = new Set<string>()
  const visit = (name: string): void => {
    const chunk = manifest[name]
    if (chunk === undefined || seen.has(name)) return
    seen.add(name)
    for (const file of [chunk.file, ...(chunk.css ?? [])]) files.add(file)
    for (const next of chunk.imports ?? []) visit(next)
  }
  for (const name of names) visit(name)
  return files
}

function bytesOf(files: Set<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(built, file))).length, 0)
}
