import type { z } from 'zod'
import type { CallableOperation, Parts } from '../../operations/define.ts'
import type { ProblemName } from '../../operations/problems.ts'
import { operations } from '../../operations/registry.ts'

/** What the documents tell of an operation. */
export interface DescribedOperation extends CallableOperation {
  readonly title: string
  readonly description?: string
  readonly input: Parts
  readonly output: z.ZodType
  readonly streams?: readonly string[]
  readonly problems: readonly ProblemName[]
  readonly sample: {
    readonly path?: Readonly<Record<string, unknown>> | undefined
    readonly query?: Readonly<Record<string, unknown>> | undefined
    readonly body?: Readonly<Record<string, unknown>> | undefined
    readonly output: unknown
  }
}

/** In the order of the registry. */
export const describedOperations: readonly DescribedOperation[] = Object.values<DescribedOperation>(operations)

/** What an operation is about: the first word of its path, as people write it. */
export function nounOf({ at }: Pick<DescribedOperation, 'at'>): string {
  const [, word = ''] = at.split('/')
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`.replaceAll(/[-_]/g, ' ')
}

/** Whether it changes something that a repeated call would change again, and so may carry an `Idempotency-Key`. */
export function isWrite({ method, waits, takesFile }: Pick<DescribedOperation, 'method' | 'waits' | 'takesFile'>) {
  return method !== 'GET' && waits !== true && takesFile !== true
}
