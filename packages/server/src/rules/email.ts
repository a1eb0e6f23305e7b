/** E-mail addresses as protocol sections 8.1 and 8.2 take them. */

/**
 * Whether this may be an address: exactly one `@`, something on each side, no white space, no control characters, and no
 * colon at its end: the hash of some notifications is md5(number + address + key), so that an address ending in
 * `::LOGIN::` would have a shop sign a request (protocol sections 4 and 11).
 */
export function isEmailAddress(text: string): boolean {
  return /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(text) && !text.endsWith(':')
}

/** What orders are found by: the address trimmed and in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}
