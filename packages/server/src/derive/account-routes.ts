/** Where each operation of API v1 is, for the account page: it knows their types without it, but not their addresses. */
import type { CallableOperation } from '../operations/define.ts'
import { operations } from '../operations/registry.ts'

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
  ].join('\n')
}
