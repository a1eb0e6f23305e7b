import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { CallableOperation } from './define.ts'
import { operations } from './registry.ts'

const all = Object.entries<CallableOperation>(operations)

test.each(all)('%s is registered by its own name', (name, operation) => {
  expect(operation.name).toBe(name)
})

test('each operation has a file of its name, and each such file is registered', () => {
  const files = globSync('*/*.ts', { cwd: join(import.meta.dirname) }).map((path) => basename(path, '.ts'))
  const verbs =
    /^(add|cancel|create|delete|disable|enable|export|get|issue|list|pay|redeliver|restore|return|revoke|rotate|send|test|update)-/
  const found = files.filter((name) => verbs.test(name) && !name.includes('.'))
  expect(found.toSorted()).toEqual(all.map(([name]) => kebab(name)).toSorted())
})

test('no two operations have the same method and path', () => {
  const places = all.map(([, { method, at }]) => `${method} ${at.replaceAll(/\{\w+\}/g, '{}')}`)
  expect(new Set(places).size).toBe(places.length)
})

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
