import { z } from 'zod'

/** Digits; whatever else is given belongs to no order, as 0 does. Missing or empty is a fault. */
export const orderNumber = z
  .string()
  .trim()
  .min(1)
  .transform((text) => (/^\d{1,15}$/.test(text) ? Number(text) : 0))
  .meta({
    title: 'Order number',
    description: 'As it was given when the order was created.',
    type: ['integer', 'string'],
  })
