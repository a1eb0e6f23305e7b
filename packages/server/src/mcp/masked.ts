/** Hides how customers can be reached, and the codes that they bought, for models that need not know it. */

/** By the fields of API v1 in which it stands. */
const hidden: Readonly<Record<string, (text: string) => string>> = {
  // Also those that look odd.
  email: (text) => text.replace(/^(.?).*@/su, '$1***@'),
  phone: (text) => text.replaceAll(/\d(?=(?:\D*\d){2})/g, '*'),
  address: () => '***',
  postal_code: () => '***',
  // Whoever has it sees the order.
  payment_page: () => '***',
  ip: () => '***',
  // What was paid for.
  pincode: () => '***',
}

/** Addresses of a product's notifications: who knows one can call it. */
const left = 'notify'

/** JSON as it was, but for those fields and each e-mail address in any text. */
export function masked(json: string): string {
  return JSON.stringify(
    JSON.parse(json, (key, value: unknown) => {
      if (key === left) return undefined
      if (typeof value !== 'string' || value === '') return value
      return maskedText((Object.hasOwn(hidden, key) ? hidden[key] : undefined)?.(value) ?? value)
    }),
  )
}

/** `anna.smith@example.com` → `a***@example.com`; the sign may be as in an address of a page, or of full width. */
export function maskedText(text: string): string {
  if (!atSign.test(text)) return text
  return text.replaceAll(addressLike, (run) => {
    const parts = run.split(atSign)
    const domain = parts.pop() ?? ''
    return [...parts.map((part) => (atSign.test(part) ? part : part.replace(/^(.).*$/su, '$1***'))), domain].join('')
  })
}

const atSign = /(@|\uff20|%40)/

/** Runs of what e-mail addresses of any alphabet are made of: each character is looked at once, however long the text. */
const addressLike = /[\p{L}\p{N}._%+'@\uff20-]+/gu
