/** What `serve` prints once it serves. */
import type { Config } from '../../config.ts'
import type { Shop } from '../../store/shops.ts'
import type { Store } from '../../store/store.ts'
import type { Io } from '../io.ts'
import { printLine, styled } from '../print.ts'
import { actorOf } from '../with-store.ts'
import { demoBanner } from './demo-banner.ts'
import type { Ports } from './service.ts'

export interface Announcement {
  readonly config: Config
  readonly ports: Ports & { readonly metricsPort?: number | undefined }
  /** The demo shop, if it was asked for and is there. */
  readonly demo: Shop | undefined
}

/** Makes the demo shop, if it is wanted. */
export async function demoOf({ demo }: Config, store: Store, io: Io): Promise<Shop | undefined> {
  if (!demo) return undefined
  const { demoShop } = await import('../../demo/shop.ts')
  return demoShop(store, io.clock(), actorOf(io))
}

export function announce(io: Io, { config, ports, demo }: Announcement): void {
  const { stdout, stderr } = io
  for (const address of addressesOf(config.hosts, ports)) {
    printLine(stdout, `Billkeep listens on ${styled(stdout, 'bold', address)}`)
  }
  if (ports.metricsPort !== undefined) {
    const host = inUrl(config.metrics?.host ?? '')
    printLine(stdout, `Metrics are at http://${host}:${ports.metricsPort}/metrics`)
  }
  const open = config.hosts.filter((host) => !isLoopback(host))
  if (open.length > 0) {
    const warning = `Plain HTTP on ${open.join(', ')} can be read on its way: let a TLS proxy or --tls-port face the network.`
    printLine(stderr, styled(stderr, 'yellow', warning))
  }
  if (demo !== undefined) {
    const address = shopAddress(demo, config.hosts, ports.port)
    for (const line of demoBanner({ shop: demo, address }, stdout)) printLine(stdout, line)
  }
}

/** A name under localhost, as scripts know it, where it leads here; or the address with the login in the path. */
function shopAddress({ login }: Shop, hosts: readonly string[], port: number): string {
  const local = hosts.some((host) => isLoopback(host) || everyAddress.has(host))
  return local ? `http://${login}.localhost:${port}` : `http://${inUrl(hosts[0] ?? '')}:${port}/@${login}`
}

function addressesOf(hosts: readonly string[], { port, tlsPort }: Ports): readonly string[] {
  const schemes =
    tlsPort === undefined ? [['http', port] as const] : [['http', port] as const, ['https', tlsPort] as const]
  return schemes.flatMap(([scheme, number]) => hosts.map((host) => `${scheme}://${inUrl(host)}:${number}`))
}

function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host
}

const everyAddress = new Set(['0.0.0.0', '::'])

function isLoopback(host: string): boolean {
  return host === '::1' || host.startsWith('127.')
}
