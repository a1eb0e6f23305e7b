/** Where GetBills of a shop is, from what people paste as its address. */
import { CommandError } from '../command-error.ts'

export interface Endpoint {
  readonly url: URL
  /** Where to connect, if it is not where the name in the URL leads. */
  readonly connectTo: string | undefined
}

/** `http://anna.example.com`, `http://example.com/@anna`, with `/api` or not: all name the same function. */
export function endpointOf(address: string): Endpoint {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol)) {
    throw new CommandError(`«${address}» is not an address. Give it as http://login.example.com`, { exitCode: 2 })
  }
  const base = url.pathname
    .replace(/\/+$/, '')
    .replace(/\/GetBills$/i, '')
    .replace(/\/api$/i, '')
  url.pathname = `${base}/api/GetBills`
  url.search = ''
  url.hash = ''
  // Names under localhost are this machine (RFC 6761), but Node asks the system, which may not know them.
  return { url, connectTo: url.hostname.endsWith('.localhost') ? '127.0.0.1' : undefined }
}
