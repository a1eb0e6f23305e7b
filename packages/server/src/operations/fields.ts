/** Fields that several operations take. */
import { z } from 'zod'
import { isEmailAddress } from '../rules/email.ts'
import { largestSum } from '../rules/money.ts'

const numberText = /^[1-9]\d{0,14}$/

/** A number in a path or query, which is text there. */
const numberInText = z
  .string()
  .regex(numberText, 'must be a whole number from 1 on')
  .transform(Number)
  .meta({ type: 'integer', minimum: 1 })

export const orderNumber = numberInText.meta({ title: 'Order number' })

export const emailAddress = z
  .string()
  .trim()
  .refine(isEmailAddress, 'must be an e-mail address')
  .meta({ title: 'E-mail', description: "The customer's e-mail address, in any case of letters." })

/** RFC 3339 with a time zone, in Unix milliseconds. */
export const moment = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .meta({ format: 'date-time', examples: ['2026-01-31T18:00:00Z'] })

/** In minor units of the shop's currency, which are hundredths of it. */
export const amount = z.int().min(0).max(largestSum)

const longestText = 10_000

/** One that may be empty. */
export const text = z.string().trim().max(longestText)
