import { expect, test } from 'vitest'
import { scopes } from './scope.ts'
import { scopesOf } from './user.ts'

test('an owner may do everything, and staff all but what is about keys, tokens, settings and the audit', () => {
  expect(scopesOf('owner')).toEqual(scopes)
  const kept = new Set<string>([
    'members:read',
    'members:write',
    'requests:read',
    'tokens:read',
    'tokens:write',
    'audit:read',
    'shop:write',
    'shop:key',
  ])
  expect(scopesOf('staff')).toEqual(scopes.filter((scope) => !kept.has(scope)))
})
