/** Which addresses may call a shop. */
import { BlockList, isIP } from 'node:net'

export interface AddressList {
  /** Whether the address is in the list; an empty list holds every address. */
  has(address: string): boolean
}

const everybody: AddressList = { has: () => true }

/** Of addresses and CIDR ranges. An IPv4 address is found in its IPv6 notation too, in list and call alike. */
export function addressListOf(ranges: readonly string[]): AddressList {
  if (ranges.length === 0) return everybody
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', prefix] = range.split('/')
    if (prefix === undefined) list.addAddress(address, familyOf(address))
    else list.addSubnet(address, Number(prefix), familyOf(address))
  }
  return { has: (address) => list.check(address, familyOf(address)) }
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
