/** One request of streamable HTTP and its answer (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http). */
import { createMcpHandler } from '@modelcontextprotocol/server'
import { createMcpServer, type McpServerParts } from './mcp-server.ts'

export interface McpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/**
 * Each request stands for itself, whichever version of the protocol it speaks: there is no session to keep or to steal. A
 * subscription would keep its request open, and there is nothing that could be told of: none is taken.
 */
export async function exchange(request: Request, parsedBody: unknown, parts: McpServerParts): Promise<McpAnswer> {
  const handler = createMcpHandler(() => createMcpServer(parts), { maxSubscriptions: 0, keepAliveMs: 0 })
  const response = await handler.fetch(request, { parsedBody })
  return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
}
