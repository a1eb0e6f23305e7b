/** Where a notification may go: to the public internet only, unless the operator allows more. */
import { lookup as resolve, type LookupAddress } from 'node:dns'
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
export const lookupPublic: LookupFunction = (hostname, options, callback) => {
  resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error !== null) {
      callback(error, [])
      return
    }
    const bad = addresses.find(({ address }) => !isPublic(address))
    if (bad !== undefined) callback(refusal(bad.address), [])
    else if (options.all === true) callback(null, addresses)
    else callback(null, addresses[0]?.address ?? '', addresses[0]?.family)
  })
}

function refusal(address: string): TargetRefused {
  return new TargetRefused(
    `${address} is not an address of the public internet; --allow-private-targets lets notifications go there`,
  )
}
