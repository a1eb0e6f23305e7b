/** What `serve` prints once it serves. */
import type { Config } from '../../config.ts'
import type { Shop } from '../../store/shops.ts'
import type { Store } from '../../store/store.ts'
import type { Io } from '../io.ts'
import { printLine, styled } from '../print.ts'
import { actorOf } from '../with-store.ts'
import { welcomeLink } from '../user/welcome-link.ts'
import { demoBanner } from './demo-banner.ts'
import type { Ports } from './service.ts'

export interface Announcement {
  readonly config: Config
  readonly ports: Ports & { readonly metricsPort?: number | undefined }
  /** The demo shop, if it was asked for and is there. */
  readonly demo: Demo | undefined
}

/** Makes the demo shop, if it is wanted. */
export async function demoOf({ demo }: Config, store: Store, io: Io): Promise<Demo | undefined> {
  if (!demo) return undefined
  const { demoShop } = await import('../../demo/shop.ts')
  const shop = await demoShop(store, io.clock(), actorOf(io))
  return shop && { shop, invitation: await invitationTo(shop, store, io) }
}

/** The demo shop, and what lets somebody into its account page; undefined: somebody can sign in already. */
export interface Demo {
  readonly shop: Shop
  readonly invitation: string | undefined
}

const invitationMs = 24 * 3_600_000

async function invitationTo({ id }: Shop, { members, invitations }: Store, io: Io): Promise<string | undefined> {
  if ((await members.list(id)).length > 0) return undefined
  return invitations.create(id, { email: '', role: 'owner', expires: io.clock() + invitationMs }, actorOf(io))
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
    const { shop, invitation } = demo
    const address = shopAddress(shop, config.hosts, ports.port)
    const page = pageAddress(config.hosts, ports.port)
    const welcome = invitation === undefined ? undefined : welcomeLink(page, invitation)
    for (const line of demoBanner({ shop, address, welcome }, stdout)) printLine(stdout, line)
  }
}

/** A name under localhost, as scripts know it, where it leads here; or the address with the login in the path. */
function shopAddress({ login }: Shop, hosts: readonly string[], port: number): string {
  const local = hosts.some((host) => isLoopback(host) || everyAddress.has(host))
  return local ? `http://${login}.localhost:${port}` : `http://${inUrl(hosts[0] ?? '')}:${port}/@${login}`
}

/** Where browsers find the installation itself. */
function pageAddress(hosts: readonly string[], port: number): string {
  const isLocal = hosts.some((host) => isLoopback(host) || everyAddress.has(host))
  return isLocal ? `http://localhost:${port}` : `http://${inUrl(hosts[0] ?? '')}:${port}`
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
