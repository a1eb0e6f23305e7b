/** `postgres://` addresses, which may name several hosts (https://www.postgresql.org/docs/current/libpq-connect.html). */

const form = /^postgres(?:ql)?:\/\/(?:[^@/?#]*@)?([^@/?#]+)(?:[/?].*)?$/

/** An address for each of the hosts, in their order. Throws a RangeError for people where it is none. */
export function addressesIn(url: string): readonly string[] {
  const hosts = form.exec(url)?.[1]?.split(',')
  if (hosts === undefined || hosts.some((host) => host === '')) {
    throw new RangeError(
      'A database is given as postgres://USER:PASSWORD@HOST:PORT/DATABASE; several hosts have commas between them.',
    )
  }
  return hosts.map((host) => url.replace(hosts.join(), host))
}

export function isPostgres(url: string): boolean {
  return /^postgres(?:ql)?:/.test(url)
}
