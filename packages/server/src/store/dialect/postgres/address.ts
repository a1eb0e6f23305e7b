/** `postgres://` addresses, which may name several hosts (https://www.postgresql.org/docs/current/libpq-connect.html). */
import { StoreError } from '../../errors.ts'

const form = /^postgres(?:ql)?:\/\/(?:[^@/?#]*@)?([^@/?#]+)(?:[/?].*)?$/

/** An address for each of the hosts, in their order. Throws StoreError where it is none. */
export function addressesIn(url: string): readonly string[] {
  const hosts = form.exec(url)?.[1]?.split(',')
  if (hosts === undefined || hosts.some((host) => host === '')) {
    throw new StoreError(
      'The database must be given as postgres://USER:PASSWORD@HOST:PORT/DATABASE; several hosts are parted by commas.',
    )
  }
  return hosts.map((host) => url.replace(hosts.join(), host))
}

export function isPostgres(url: string): boolean {
  return /^postgres(?:ql)?:/.test(url)
}
