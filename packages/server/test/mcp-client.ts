/** Clients of the public MCP SDK, of both generations of the protocol. */
import { join } from 'node:path'
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { onTestFinished } from 'vitest'

/** With a handshake, as until 2025; or each request for itself, as from 2026 on. */
export const generations = [
  { generation: 'handshake', mode: 'legacy' },
  { generation: 'stateless', mode: { pin: '2026-07-28' } },
] as const
export type Mode = (typeof generations)[number]['mode']

export interface ToolResult {
  readonly text: string
  readonly isError: boolean
}

export interface McpClient {
  readonly client: Client
  /** The names of the tools. */
  readonly tools: () => Promise<readonly string[]>
  readonly call: (name: string, given?: Readonly<Record<string, unknown>>) => Promise<ToolResult>
}

/** Closed when the test ends. */
export async function mcpOverHttp(port: number, token: string, mode: Mode = 'legacy'): Promise<McpClient> {
  const requestInit = { headers: { authorization: `Bearer ${token}` } }
  return connected(new StreamableHTTPClientTransport(new URL(`http://127.0.0.1:${port}/mcp`), { requestInit }), mode)
}

/** Starts the real program, as a client does. */
export async function mcpOverStdio(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  mode: Mode = 'legacy',
): Promise<McpClient> {
  const command = { command: process.execPath, args: [programFile, 'mcp', ...args], env }
  return connected(new StdioClientTransport(command), mode)
}

const programFile = join(import.meta.dirname, '../bin/billkeep.mjs')

async function connected(transport: Parameters<Client['connect']>[0], mode: Mode): Promise<McpClient> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode } })
  onTestFinished(async () => client.close())
  await client.connect(transport)
  return {
    client,
    tools: async () => (await client.listTools()).tools.map(({ name }) => name),
    async call(name, given = {}) {
      const { content, isError = false } = await client.callTool({ name, arguments: given })
      return { text: content.map((part) => (part.type === 'text' ? part.text : '')).join(''), isError }
    },
  }
}

/** What a tool tells of the shop, as an object. */
export function dataIn({ text }: ToolResult): unknown {
  const [, json = ''] = /<shop-data>\n(.*)\n<\/shop-data>$/s.exec(text) ?? []
  return JSON.parse(json)
}
