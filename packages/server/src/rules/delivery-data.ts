import type { OrderTexts } from './order.ts'

/** What a parcel needs; without it physical products cannot be ordered (protocol section 8.2, error 605). */
const needed = [
  'first_name',
  'last_name',
  'country',
  'city',
  'address',
] as const satisfies readonly (keyof OrderTexts)[]

export function hasDeliveryData(texts: OrderTexts): boolean {
  return needed.every((name) => texts[name].trim() !== '')
}
