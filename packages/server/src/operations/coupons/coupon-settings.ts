/** What is set of a coupon, but for its code. */
import { z } from 'zod'
import { type Coupon, type Discount, parseCouponCode } from '../../rules/coupon.ts'
import type { OperationContext } from '../context.ts'
import type { Refuse } from '../define.ts'
import { amount, moment, percent, ruled } from '../fields.ts'
import { namedPartner, numberOfNamed } from '../partners/partner-called.ts'
import { bodyFault } from '../problems.ts'

const mostProducts = 1_000

export const code = ruled(parseCouponCode).meta({
  title: 'Code',
  description: 'What customers type, in any case of letters; unique in the shop.',
})

export const settings = {
  percent: percent
    .refine((basisPoints) => basisPoints > 0, 'must be above 0')
    .nullish()
    .meta({ title: 'Percent', description: "Off each product that it covers, above 0; takes the amount's place." }),
  amount: amount.min(1).nullish().meta({
    title: 'Amount',
    description: "Off each product that it covers, in minor units, above 0; takes the percentage's place.",
  }),
  valid_from: moment.nullish().meta({
    title: 'Valid from',
    description: 'The first moment at which it counts; null: since ever.',
  }),
  valid_until: moment.nullish().meta({
    title: 'Valid until',
    description: 'The first moment at which it no longer counts; null: for ever.',
  }),
  products: z
    .array(z.union([z.int().min(1), z.string().trim().min(1)], 'must be the name or number of a product'))
    .max(mostProducts)
    .optional()
    .meta({
      title: 'Products',
      description:
        'What it covers: numbers, or names as text (or, where no product has that name, numbers as text). Empty: all.',
    }),
  partner: namedPartner.meta({
    title: 'Partner',
    description: 'Login or number of whom orders with it are credited to; null: nobody.',
  }),
} as const

type Settings = z.output<z.ZodObject<typeof settings>>
type Settled = Omit<Coupon, 'number' | 'code'>

/** What was said, over what is there; undefined: nothing is. */
export async function settingsWith(
  context: Pick<OperationContext, 'store'>,
  present: Settled | undefined,
  given: Settings,
  refuse: Refuse<'invalid'>,
): Promise<Settled> {
  const { valid_from: from, valid_until: until } = given
  const partner = await numberOfNamed(context, 'partner', given.partner, refuse)
  const known = present?.products ?? []
  return {
    discount: discountWith(present?.discount, given) ?? refuse('invalid', bodyFault('percent', discountWords)),
    validFrom: from === undefined ? (present?.validFrom ?? null) : from,
    validUntil: until === undefined ? (present?.validUntil ?? null) : until,
    products: given.products === undefined ? known : await productsCalled(context, given.products, known, refuse),
    partner: partner === undefined ? (present?.partner ?? null) : partner,
  }
}

const discountWords = 'A coupon takes off either a percentage or an amount.'

/** Undefined where it would be both or nothing. */
function discountWith(present: Discount | undefined, { percent: share, amount: sum }: Settings): Discount | undefined {
  const basisPoints = share ?? undefined
  const sumMinor = sum ?? undefined
  if (basisPoints !== undefined) return sumMinor === undefined ? { basisPoints } : undefined
  if (sumMinor !== undefined) return { sumMinor }
  if (present === undefined) return undefined
  const isTakenAway = 'basisPoints' in present ? share === null : sum === null
  return isTakenAway ? undefined : present
}

/** `known` may be named though they are gone. */
async function productsCalled(
  { store }: Pick<OperationContext, 'store'>,
  names: readonly (string | number)[],
  known: readonly number[],
  refuse: Refuse<'invalid'>,
): Promise<readonly number[]> {
  const numbers = new Set<number>()
  for (const [index, name] of names.entries()) {
    const kept = known.find((number) => number === name)
    const number = kept ?? (await store.catalogue.product(name))?.number
    numbers.add(number ?? refuse('invalid', bodyFault(`products.${index}`, `There is no product «${name}».`)))
  }
  return [...numbers]
}
