/** Fields that several functions take or give, described for the people who meet them. */
import { z } from 'zod'
import { hasEmailForm } from '../rules/email.ts'
import { payStatuses } from '../rules/order.ts'

export const emailAddress = z
  .string()
  .trim()
  .refine(hasEmailForm)
  .meta({ title: 'E-mail', description: "The customer's e-mail address, in any case of letters." })

/** A filter: left out or empty, it lets everything through (protocol section 8.1). */
export const payStatusFilter = z
  .enum([...payStatuses, ''])
  .optional()
  .transform((status) => (status === '' ? undefined : status))
  .meta({ title: 'Payment status', description: 'Only orders in this state; all orders if left out or empty.' })

/** A number that is the key of a JSON object, which is always text. */
const numberKey = z.string().regex(/^[1-9]\d*$/)

export const orderNumberKey = numberKey.meta({ title: 'Order number' })
export const productNumberKey = numberKey.meta({ title: 'Product number' })

export const productName = z
  .string()
  .meta({ title: 'Product ID', description: "The product's symbolic name, as in the link to its order page." })
export const productTitle = z
  .string()
  .meta({ title: 'Product title', description: 'What the product was called on the day of the order.' })

/** Unix seconds as digits (protocol section 3), in Unix milliseconds; up to the year 5138. */
export const unixTime = z
  .string()
  .trim()
  .regex(/^\d{1,11}$/)
  .transform((text) => Number(text) * 1_000)

/** The result of what changes something and has nothing to tell. */
export const nothing = z.array(z.never())
