/** What is set of a product, but for its name. */
import { z } from 'zod'
import { longestTimerMs, type Fee, parseProductTitle, type Product, productKinds } from '../../rules/product.ts'
import { amount, percent, ruled } from '../fields.ts'
import { notify, notifyWith } from '../notify.ts'

const feeWords = 'must have either an amount or a percentage above zero'

const fee = z
  .strictObject({
    amount: amount.nullish().meta({ title: 'Amount', description: 'In minor units; 0: nothing.' }),
    percent: percent.nullish().meta({ title: 'Percent', description: 'Of what the item costs, above 0.' }),
  })
  .transform((given, context): Fee => {
    const { amount: sumMinor = null, percent: basisPoints = null } = given
    if (sumMinor !== null && basisPoints === null) return { sumMinor, basisPoints: 0 }
    if (sumMinor === null && basisPoints !== null && basisPoints > 0) return { sumMinor: 0, basisPoints }
    context.addIssue(feeWords)
    return z.NEVER
  })
  .nullable()
  .optional()

export const title = ruled(parseProductTitle).meta({ title: 'Title', description: 'What customers read, in one line.' })

export const price = amount.meta({ title: 'Price', description: 'In minor units.' })

/** What may be left out of a new product. */
export const settings = {
  kind: z.enum(productKinds).optional().meta({
    title: 'Kind',
    description: '`digital`, `physical` (sent by post) or `floating` (the buyer names the price).',
  }),
  timer_seconds: z
    .int()
    .min(1)
    .max(longestTimerMs / 1_000)
    .nullable()
    .optional()
    .meta({
      title: 'Timer',
      description: 'After how many seconds an unpaid order of it cancels itself; null: never.',
    }),
  prepayment_min: amount.min(1).nullable().optional().meta({
    title: 'Least prepayment',
    description: 'The least that can be paid in part, in minor units; null: only all at once.',
  }),
  partner_fee: fee.meta({
    title: "Partner's fee",
    description: "What the partner earns whose sale it is: an amount or a percentage; null: the partner's own share.",
  }),
  second_partner_fee: fee.meta({
    title: "Second partner's fee",
    description: 'What whoever brought that partner earns: an amount or a percentage; null: nothing.',
  }),
  notify: notify.optional(),
} as const

type Settings = z.output<z.ZodObject<typeof settings>>
type Settled = Pick<Product, 'kind' | 'timerMs' | 'prepaymentMinMinor' | 'notify' | 'fees'>

/** What was said, over what is there. */
export function settingsWith(present: Settled, given: Settings): Settled {
  const { kind = present.kind, timer_seconds: seconds, prepayment_min: least = present.prepaymentMinMinor } = given
  const { partner_fee: first = present.fees[0], second_partner_fee: second = present.fees[1] } = given
  return {
    kind,
    timerMs: timerWith(present.timerMs, seconds),
    prepaymentMinMinor: least,
    fees: [first, second],
    notify: notifyWith(present.notify, given.notify),
  }
}

function timerWith(present: number | null, seconds: number | null | undefined): number | null {
  if (seconds === undefined) return present
  return seconds === null ? null : seconds * 1_000
}
