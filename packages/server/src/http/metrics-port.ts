/** The metrics on a port of their own, for whoever can reach it. */
import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import { metricsHeaders } from './metrics-page.ts'

export interface MetricsPortOptions {
  readonly host: string
  /** 0: any that is free. */
  readonly port: number
  /** As Prometheus reads them. */
  readonly text: () => Promise<string>
  readonly log: Logger
}

export interface MetricsPort {
  readonly port: number
  close(): Promise<void>
}

/** Rejects with the system's error if the port cannot be had. */
export async function openMetricsPort({ host, port, text, log }: MetricsPortOptions): Promise<MetricsPort> {
  const server = createServer((request, response) => {
    if (!path.test(request.url ?? '')) return end(response, 404, 'The metrics are at /metrics.\n')
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      return end(response.setHeader('allow', 'GET, HEAD'), 405, 'The metrics can only be read.\n')
    }
    text().then(
      (metrics) => response.writeHead(200, metricsHeaders).end(metrics),
      (error: unknown) => {
        log.error({ err: error }, 'The metrics could not be gathered.')
        end(response, 500, 'The metrics could not be gathered.\n')
      },
    )
  })
  server.listen(port, host)
  // Rejects when there is an error first.
  await once(server, 'listening')
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async close() {
      server.closeAllConnections()
      const closed = once(server, 'close')
      server.close()
      await closed
    },
  }
}

const path = /^\/metrics\/?(?:\?|$)/

function end(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text)
}
