/** Where a database is, as people say it: a data folder, or the address of a PostgreSQL. */
import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { addressesIn, isPostgres } from '../../rules/database-url.ts'

export type Address =
  | { readonly kind: 'folder'; readonly dataDir: string }
  | { readonly kind: 'postgres'; readonly url: string }

/**
 * `./data`, `sqlite:/var/lib/billkeep`, `postgres://…`. The name of the file in the folder stands for the folder, too.
 * Throws a RangeError for people where it is none of these.
 */
export function addressIn(text: string): Address {
  if (isPostgres(text)) {
    // Looks at its form.
    addressesIn(text)
    return { kind: 'postgres', url: text }
  }
  const path = text.replace(/^sqlite:(?:\/\/(?=\/))?/, '')
  if (path === '' || /^[a-z][a-z0-9+.-]+:/i.test(path)) {
    throw new RangeError('A database is given as a data folder, or as postgres://USER:PASSWORD@HOST:PORT/DATABASE.')
  }
  return { kind: 'folder', dataDir: basename(path) === 'billkeep.db' ? dirname(path) : path }
}

/** As people may see it: without the password. */
export function readableAddress(address: Address): string {
  if (address.kind === 'folder') return address.dataDir
  return address.url.replace(/^([a-z]+:\/\/[^:@/]*):[^@/]*@/, '$1@').replace(/\?.*$/, '')
}

/** What can be seen from the addresses alone. */
export function areSame(one: Address, other: Address): boolean {
  if (one.kind === 'folder') return other.kind === 'folder' && realPath(one.dataDir) === realPath(other.dataDir)
  if (other.kind === 'folder') return false
  const places = new Set(placesIn(one.url))
  return placesIn(other.url).some((place) => places.has(place))
}

function realPath(folder: string): string | undefined {
  return existsSync(folder) ? realpathSync(folder) : undefined
}

/** Host, port and database, whoever the user is. */
function placesIn(url: string): readonly string[] {
  return addressesIn(url).map((each) => {
    const { hostname, port, pathname } = new URL(each)
    return `${hostname}:${port === '' ? '5432' : port}${pathname}`
  })
}
