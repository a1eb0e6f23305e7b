import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { scopes } from '../rules/scope.ts'
import type { CallableOperation } from './define.ts'
import { type ProblemKind, type ProblemName, problems } from './problems.ts'
import { operations } from './registry.ts'

const all = Object.entries<CallableOperation & { readonly problems: readonly ProblemName[] }>(operations)

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

test('each scope opens an operation, but for those of MCP, which opens a door', () => {
  const opened = new Set(all.map(([, { scope }]) => scope))
  expect(scopes.filter((scope) => !opened.has(scope))).toEqual(['mcp', 'mcp:contacts'])
})

test('each problem that only some operations have is declared by one', () => {
  const declared = all.flatMap(([, operation]) => operation.problems)
  const own = Object.entries<ProblemKind>(problems).filter(([, { concerns }]) => concerns === 'declared')
  expect(own.map(([name]) => name).filter((name) => !declared.some((other) => other === name))).toEqual([])
})

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
