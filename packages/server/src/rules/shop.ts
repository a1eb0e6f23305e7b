/** What a shop's login, key, domains and address list may look like. Each `parse…` throws a RangeError for people. */
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
