/** What the primary process and its workers tell each other. */
import { z } from 'zod'

const question = z.number()

export const toPrimary = z.discriminatedUnion('type', [
  z.object({ type: z.literal('serving'), port: z.number(), tlsPort: z.number().optional() }),
  /** The worker could not begin; `reason` is for people. */
  z.object({ type: z.literal('refused'), reason: z.string() }),
  /** Its own metrics, as it was asked. */
  z.object({ type: z.literal('metrics'), question, values: z.array(z.unknown()) }),
  /** Somebody asks it for the metrics of all. */
  z.object({ type: z.literal('metricsWanted'), question }),
])
export type ToPrimary = z.infer<typeof toPrimary>

export const fromPrimary = z.discriminatedUnion('type', [
  z.object({ type: z.literal('tellMetrics'), question }),
  /** As it asked. */
  z.object({ type: z.literal('allMetrics'), question, text: z.string() }),
])
export type FromPrimary = z.infer<typeof fromPrimary>

/** From the primary: answer what runs, then end. */
export const endMessage = 'end'
