import type { Actor } from '../src/rules/actor.ts'

/** Who changes what a test needs changed. */
export const tester: Actor = { face: 'cli', name: 'tester', address: '' }
