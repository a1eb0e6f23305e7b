import { expect } from 'vitest'

/** Stands in an expected value for a text that has this somewhere, or fits it. */
export function containing(part: string | RegExp): unknown {
  return typeof part === 'string' ? expect.stringContaining(part) : expect.stringMatching(part)
}
