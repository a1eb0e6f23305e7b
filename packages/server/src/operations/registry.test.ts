import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallableOperation } from './define.ts'
import { operations } from './registry.ts'

const all = Object.entries<CallableOperation>(operations)

test.each(all)('%s is registered by its own name', (name, operation) => {
  expect(operation.name).toBe(name)
})

test('each operation has a file of its name, and each such file is registered', () => {
  const files = globSync('*/*.ts', { cwd: import.meta.dirname })
  const found = files.filter((path) =>
    readFileSync(join(import.meta.dirname, path), 'utf8').includes('= defineOperation('),
  )
  expect(found.map((path) => basename(path, '.ts')).toSorted()).toEqual(all.map(([name]) => kebab(name)).toSorted())
})

test('no two operations have the same method and path', () => {
  const places = all.map(([, { method, at }]) => `${method} ${at.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(new Set(places).size).toBe(places.length)
})

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
