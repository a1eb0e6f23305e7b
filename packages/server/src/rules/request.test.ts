import { expect, test } from 'vitest'
import { outcomeOf } from './request.ts'

test.each([
  [200, 'api', 0, 'ok'],
  [200, 'api', 400, 'refused'],
  [404, 'api', 12, 'refused'],
  [500, 'api', 2, 'failed'],
  [200, 'v1', undefined, 'ok'],
  [200, 'v1', 'none', 'ok'],
  [422, 'v1', 'invalid', 'refused'],
  [503, 'v1', 'unavailable', 'failed'],
  [200, 'mcp', undefined, 'ok'],
  [200, 'mcp', 'none', 'ok'],
  [200, 'mcp', 'notFound', 'refused'],
  [401, 'mcp', 'unauthenticated', 'refused'],
  [200, 'mcp', 'internal', 'failed'],
  [200, 'mcp', 'unavailable', 'failed'],
  [404, 'page', undefined, 'refused'],
] as const)('%d of %s with %s is %s', (status, face, code, outcome) => {
  expect(outcomeOf(status, face, code)).toBe(outcome)
})
