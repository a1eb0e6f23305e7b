/** What a shop's login, key, domains and settings may look like. Each `parse…` throws a RangeError for people. */
import { z } from 'zod'

/** A login is also a label of a host name (RFC 1035), but for underscores, which old logins may have. */
export function parseLogin(login: string): string {
  if (!/^[a-z0-9]([a-z0-9_-]{0,61}[a-z0-9])?$/i.test(login)) {
    throw new RangeError(
      `«${login}» cannot be a login: it becomes part of a host name, so take 1 to 63 letters, digits, «-» or «_», ` +
        'with a letter or digit at both ends.',
    )
  }
  if (login.toLowerCase() === 'ok') {
    // A reply's hash is md5(`0::OK::KEY`): for a shop of that login it would sign a request with the body `0`.
    throw new RangeError(`«${login}» cannot be a login: the protocol signs the word in every answer. Choose another.`)
  }
  return login
}

const longestKey = 255

/** Any printable characters (protocol section 4), trimmed, as clients trim them too. */
export function parseKey(key: string): string {
  const trimmed = key.trim()
  if (trimmed === '' || trimmed.length > longestKey || /\p{Cc}/u.test(trimmed)) {
    throw new RangeError(`A key has 1 to ${longestKey} printable characters.`)
  }
  return trimmed
}

/** In lower case, without scheme, path or port. */
export function parseHost(host: string): string {
  const name = host.toLowerCase().replace(/\.$/, '')
  const label = '[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9])?'
  if (name.length > 253 || !new RegExp(`^${label}(\\.${label})*$`).test(name) || z.ipv4().safeParse(name).success) {
    throw new RangeError(`«${host}» is not a host name. Give it without scheme, port and path: shop.example.com`)
  }
  return name
}

const addressRange = z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])

/** An IPv4 or IPv6 address, or a CIDR range of them (RFC 4632, RFC 4291). */
export function parseAddressRange(range: string): string {
  if (!addressRange.safeParse(range).success) {
    throw new RangeError(
      `«${range}» is neither an address nor a range. Examples: 203.0.113.7, 203.0.113.0/24, 2001:db8::/32`,
    )
  }
  return range
}

/** Of what customers see. */
export const languages = ['en', 'ru'] as const
export type Language = (typeof languages)[number]

export function parseLanguage(text: string): Language {
  const found = languages.find((language) => language === text.trim().toLowerCase())
  if (found === undefined) throw new RangeError(`«${text}» is no language that pages are in: ${languages.join(', ')}.`)
  return found
}

const longestTitle = 100

/** Trimmed; `''` for none. */
export function parseTitle(title: string): string {
  const trimmed = title.trim()
  if (trimmed.length > longestTitle || /\p{Cc}/u.test(trimmed)) {
    throw new RangeError(`A title is one line of at most ${longestTitle} characters.`)
  }
  return trimmed
}

/** An IANA name, in the spelling of the time zone database. */
export function parseTimeZone(name: string): string {
  const trimmed = name.trim()
  // An offset is one as well for Intl, but says nothing about summer.
  if (/^[a-z]/i.test(trimmed)) {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: trimmed }).resolvedOptions().timeZone
    } catch {
      // Said below.
    }
  }
  throw new RangeError(`«${name}» is not a time zone. Examples: Europe/Moscow, America/New_York, UTC`)
}

/** An ISO 4217 code, in capitals. */
export function parseCurrency(code: string): string {
  const capitals = code.trim().toUpperCase()
  if (!currencies.has(capitals)) throw new RangeError(`«${code}» is not a currency. Examples: RUB, EUR, USD`)
  return capitals
}

const currencies = new Set(Intl.supportedValuesOf('currency'))
