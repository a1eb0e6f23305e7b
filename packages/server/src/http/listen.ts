/** Opens the sockets, HTTP and HTTPS, and closes them when what runs on them has ended. */
import type { RequestListener, Server } from 'node:http'
import type { Logger } from 'pino'
import { createApp } from './app.ts'
import { Connections } from './connections.ts'
import { defaultLimits, type Limits } from './limits.ts'
import type { Answer } from './message.ts'
import { Overload } from './overload.ts'
import { isForHealth, refuseOverload } from './overload-reply.ts'
import { requestIds } from './request-id.ts'
import { createServer } from './server.ts'

export interface ListenOptions {
  readonly answer: Answer
  /** Addresses of this machine. */
  readonly hosts: readonly string[]
  /** 0: any that is free, the same on every host. */
  readonly port: number
  /** HTTPS beside HTTP; certificate and key in PEM. */
  readonly tls?: { readonly port: number; readonly cert: string; readonly key: string } | undefined
  /** Whether X-Forwarded-* of whoever connects is believed. */
  readonly trustProxy: boolean
  readonly limits?: Partial<Limits>
  readonly log: Logger
}

export interface Listening {
  readonly port: number
  readonly tlsPort: number | undefined
  readonly load: Load
  /** Accepts nothing more and waits for what runs, but not longer than the limit `graceMs`. */
  close(): Promise<void>
}

/** Of this process, at the moment. */
export interface Load {
  /** Requests that are being answered. */
  readonly underWay: number
  /** Of these, the ones that began more than a turn of the event loop ago. */
  readonly waiting: number
  /** Requests that were refused since the start, as there was too much to do. */
  readonly refused: number
}

/** Rejects with the system's error (EADDRINUSE, EACCES, …) if a port cannot be had; then none is kept. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const { answer, hosts, port, tls, trustProxy, log } = options
  const limits = { ...defaultLimits, ...options.limits }
  const connections = new Connections(answer, limits)
  const servers: Server[] = []
  let isDraining = false
  const idOf = requestIds({ trustProxy })
  const overload = new Overload({ limits: limits.overload, log })
  const app = createApp({
    answer: counted(answer, overload),
    connections,
    trustProxy,
    idOf,
    isDraining: () => isDraining,
    log,
  })
  await app.ready()
  const handle: RequestListener = (request, response) => {
    if (!overload.isFull() || isForHealth(request)) return app.routing(request, response)
    overload.refuse()
    refuseOverload(request, response, { id: idOf(request), isLast: isDraining })
  }

  /** The port that was asked for or found. */
  async function open(wanted: number, certificate?: { cert: string; key: string }): Promise<number> {
    let found = wanted
    for (const host of hosts) {
      const server = createServer({ handle, connections, limits, certificate })
      const error = await start(server, { host, port: found })
      if (error === undefined) servers.push(server)
      else if (servers.length === 0 || !isAddressMissing(error)) throw error
      found = error === undefined ? portOf(server) : found
    }
    return found
  }

  async function close(): Promise<void> {
    isDraining = true
    overload.stop()
    const deadline = setTimeout(() => {
      for (const server of servers) server.closeAllConnections()
    }, limits.graceMs)
    await Promise.all(servers.map(closed))
    clearTimeout(deadline)
    await app.close()
  }

  try {
    const ports = { port: await open(port), tlsPort: tls === undefined ? undefined : await open(tls.port, tls) }
    overload.start()
    return { ...ports, load: overload, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Tells the overload what is under way. */
function counted(answer: Answer, overload: Overload): Answer {
  return async (request) => {
    const begunAt = overload.begin()
    try {
      return await answer(request)
    } finally {
      overload.end(begunAt)
    }
  }
}

/** The system's error, if there is one. */
async function start(
  server: Server,
  where: { host: string; port: number },
): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    server.once('error', resolve)
    server.listen(where, () => {
      resolve(undefined)
    })
  })
}

/** Of two addresses that mean this machine, one may belong to a protocol that it does not speak. */
function isAddressMissing({ code }: NodeJS.ErrnoException): boolean {
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** Resolves for a server that never listened, too. */
async function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve()
    })
  })
}
