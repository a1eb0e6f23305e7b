/** Fields that several operations take. */
import { z } from 'zod'
import { minorUnits } from '../resources/fields.ts'
import { isEmailAddress } from '../rules/email.ts'
import { largestSum } from '../rules/money.ts'
import { basisPointsOf } from '../rules/percent.ts'

const numberText = /^[1-9]\d{0,14}$/

/** A number in a path or query, which is text there. */
export const numberInText = z
  .string()
  .regex(numberText, 'must be a whole number from 1 on')
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 })

export const orderNumber = numberInText.meta({ title: 'Order number' })

export const tokenNumber = numberInText.meta({ title: 'Token number' })

export const emailAddress = z
  .string()
  .trim()
  .refine(isEmailAddress, 'must be an e-mail address')
  .meta({ title: 'E-mail', description: "The customer's e-mail address, in any case of letters." })

/** Others cannot be told in RFC 3339; a time zone leads there from within them. */
const firstMoment = Date.parse('0000-01-01T00:00:00Z')
const lastMoment = Date.parse('9999-12-31T23:59:59.999Z')

/** RFC 3339 with a time zone, in Unix milliseconds. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((at) => at >= firstMoment && at <= lastMoment, 'must be in the years 0000 to 9999 of UTC')
  .meta({ format: 'date-time', examples: ['2026-01-31T18:00:00Z'] })

/** In minor units of the shop's currency, which are hundredths of it. */
export const amount = z.int().min(0).max(largestSum).meta(minorUnits)

const longestText = 10_000

/** One that may be empty. */
export const text = z.string().trim().max(longestText)

/** A text of which a rule says what it may be: it gives the value, or throws a RangeError with a sentence for people. */
export function ruled<Value>(rule: (text: string) => Value) {
  return z.string().transform((given, context) => {
    try {
      return rule(given)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      context.addIssue({ code: 'custom', message: error.message, params: { isSentence: true } })
      return z.NEVER
    }
  })
}

const percentWords = 'must be a percentage from 0 to 100 with at most two decimals, like 12.5'

/** In hundredths of a percent. */
export const percent = z
  .number()
  .min(0)
  .max(100)
  .transform((given, context) => {
    const basisPoints = basisPointsOf(given)
    if (basisPoints !== undefined) return basisPoints
    context.addIssue(percentWords)
    return z.NEVER
  })
