/**
 * Where each operation of API v1 is, and what tokens may do, for the account page: it knows the types without it, but
 * not the values.
 */
import type { CallableOperation } from '../operations/define.ts'
import { operations } from '../operations/registry.ts'
import { functions, functions2 } from '../functions/registry.ts'
import { scopes } from '../rules/scope.ts'

export function accountRoutes(): string {
  const lines = Object.values<CallableOperation>(operations).map(
    ({ name, method, at }) => `  ${name}: { method: '${method}', at: '${at}' },`,
  )
  return [
    '// Made by «npm run derive» from packages/server/src/operations/registry.ts.',
    'export const routes = {',
    ...lines,
    '} as const',
    '',
    '// From packages/server/src/functions/registry.ts.',
    'export const functionNames = [',
    ...[...Object.keys(functions), ...Object.keys(functions2)].map((name) => `  '${name}',`),
    '] as const',
    '',
    '// From packages/server/src/rules/scope.ts.',
    'export const scopes = [',
    ...scopes.map((scope) => `  '${scope}',`),
    '] as const',
    '',
  ].join('\n')
}
