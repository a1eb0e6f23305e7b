/** Money on the wire is a decimal text with two places (protocol section 7); inside it is an integer of minor units. */

const digits = 11

/** In minor units: of one item, and of all items of an order together. Far below 2^53, up to which numbers are exact. */
export const largestSum = 10 ** (digits + 2) - 1

const pattern = new RegExp(`^(\\d{1,${digits}})(?:\\.(\\d{1,2}))?$`)

/** `1500`, `1500.5` and `1500.50` in minor units; undefined if it is anything else, negative or larger than 99999999999.99. */
export function parseMoney(text: string): number | undefined {
  const match = pattern.exec(text)
  if (match === null) return undefined
  const [, whole = '', fraction = ''] = match
  return Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
}

/** `150050` → `1500.50`. */
export function writeMoney(minor: number): string {
  const fraction = minor % 100
  return `${(minor - fraction) / 100}.${fraction < 10 ? '0' : ''}${fraction}`
}
