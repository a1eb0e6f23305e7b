import { z } from 'zod'

const words = new Map(
  Object.entries({
    '1': true,
    true: true,
    yes: true,
    on: true,
    '0': false,
    false: false,
    no: false,
    off: false,
    '': false,
  }),
)

/** What clients write for a yes or no (protocol section 3); left out: undefined. The type is what it means, for the documents. */
export const flag = z
  .string()
  .transform((text, context) => words.get(text.trim().toLowerCase()) ?? refuse(context))
  .optional()
  .meta({ type: 'boolean' })

function refuse(context: z.RefinementCtx): never {
  context.addIssue('is neither yes nor no')
  return z.NEVER
}
