/** MCP over the standard streams of a program that a client has started. */
import type { Readable, Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { serveStdio, StdioServerTransport } from '@modelcontextprotocol/server/stdio'
import { createMcpServer, type McpServerParts } from './mcp-server.ts'

/** Resolves when the client has closed its end. */
export async function serveOverStdio(stdin: Readable, stdout: Writable, parts: McpServerParts): Promise<void> {
  const transport = new StdioServerTransport(stdin, stdout)
  const handle = serveStdio(() => createMcpServer(parts), { transport, maxSubscriptions: 0 })
  await finished(stdin, { writable: false })
  await handle.close()
}
