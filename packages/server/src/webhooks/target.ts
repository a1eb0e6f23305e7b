/** Where a notification may go: to the public internet only, unless the operator allows more. */
import type { LookupAddress, LookupOptions } from 'node:dns'
import { lookup as resolve } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import ipaddr from 'ipaddr.js'

/** A target that is refused; the message is for people. */
export class TargetRefused extends Error {
  override readonly name = 'TargetRefused'
}

/** Whether an IP address is one of the public internet: no private, local, shared, mapped or otherwise special one. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.process(address)
  // Of the rest of IPv6, nothing is given out (RFC 4291, 2.4); `::7f00:1` is 127.0.0.1 in a form that is no longer used.
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(givenOut))
}

const givenOut = ipaddr.parseCIDR('2000::/3')

/** Throws TargetRefused for a URL whose host is an address that may not be called. */
export function checkLiteral({ hostname }: URL): void {
  const host = hostname.replaceAll(/^\[|\]$/g, '')
  if (ipaddr.isValid(host) && !isPublic(host)) throw refusal(host)
}

/**
 * Resolves a name for a connection, which then goes to just what was checked here: a name that resolves to something else
 * a moment later gains nothing. One address that may not be called refuses the name.
 */
export const lookupPublic: LookupFunction = lookupWith((addresses) => {
  const bad = addresses.find(({ address }) => !isPublic(address))
  if (bad !== undefined) throw refusal(bad.address)
})

/** Resolves a name to whatever it means. */
export const lookupAny: LookupFunction = lookupWith(() => {})

/** `check` throws if one of the addresses may not be called. */
function lookupWith(check: (addresses: readonly LookupAddress[]) => void): LookupFunction {
  return (hostname, options, callback) => {
    lookedUp(hostname, options)
      .then((addresses) => {
        check(addresses)
        return addresses
      })
      .then(
        (addresses) => {
          if (options.all === true) callback(null, addresses)
          else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
        },
        (error: unknown) => {
          callback(error instanceof Error ? error : new Error(String(error)), [])
        },
      )
  }
}

/**
 * Those that are under way, by name. Each takes one of the two threads that Node has for them, until the name server has
 * answered or was given up (ten seconds and more): a receiver with a dead one must not take both.
 */
const underWay = new Map<string, Promise<LookupAddress[]>>()

async function lookedUp(hostname: string, { family = 0, hints = 0 }: LookupOptions): Promise<LookupAddress[]> {
  const key = `${hostname} ${family} ${hints}`
  const looking =
    underWay.get(key) ?? resolve(hostname, { family, hints, all: true }).finally(() => underWay.delete(key))
  underWay.set(key, looking)
  return looking
}

function refusal(address: string): TargetRefused {
  return new TargetRefused(
    `${address} is not an address of the public internet; --allow-private-targets lets notifications go there`,
  )
}
