import type { ProblemName } from '../../operations/problems.ts'
import type { Body } from '../message.ts'

/** What is answered where a body did not come. */
export const interruptions = {
  tooLarge: 'bodyTooLarge',
  late: 'timeout',
  broken: 'malformedBody',
} as const satisfies Record<Body & string, ProblemName>
