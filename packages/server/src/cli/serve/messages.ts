/** What the primary process and its workers tell each other. */
import { z } from 'zod'

const toPrimary = z.discriminatedUnion('type', [
  z.object({ type: z.literal('serving'), port: z.number(), tlsPort: z.number().optional() }),
  /** The worker could not begin; `reason` is for people. */
  z.object({ type: z.literal('refused'), reason: z.string() }),
])
export type ToPrimary = z.infer<typeof toPrimary>

export function parseToPrimary(message: unknown): ToPrimary {
  return toPrimary.parse(message)
}

/** From the primary: answer what runs, then end. */
export const endMessage = 'end'
