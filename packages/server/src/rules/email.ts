/** E-mail addresses as protocol sections 8.1 and 8.2 take them. */

/**
 * Whether somebody may be asked for by this: exactly one `@`, something on each side, no white space, no control characters,
 * and no colon at its end: the hash of some notifications is md5(number + address + key), so that an address ending in
 * `::LOGIN::` would have a shop sign a request (protocol sections 4 and 11). However long it is: it finds nobody then.
 */
export function hasEmailForm(text: string): boolean {
  return /^[^@\s\p{Cc}]+@[^@\s\p{Cc}]+$/u.test(text) && !text.endsWith(':')
}

/** The same of no more than 320 characters: 64 before the `@` and 255 after it (RFC 5321 4.5.3.1). */
export function isEmailAddress(text: string): boolean {
  return text.length <= longest && hasEmailForm(text)
}

/** PostgreSQL's index of customers takes 2,704 bytes at most, which is above that of any characters. */
const longest = 320

/** What orders are found by: the address trimmed and in lower case. */
export function emailKey(email: string): string {
  return email.trim().toLowerCase()
}
