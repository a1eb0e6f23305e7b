/** What a relay has to know of the messages that it hands on. */
import { z } from 'zod'

const message = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  method: z.string().optional(),
  params: z.object({ name: z.string().optional(), _meta: z.record(z.string(), z.unknown()).optional() }).optional(),
})
export type Message = z.output<typeof message>

/** Empty where it is none: that is for the other side to say. */
export function messageIn(line: string): Message {
  try {
    return message.safeParse(JSON.parse(line)).data ?? {}
  } catch {
    return {}
  }
}

const versionKey = 'io.modelcontextprotocol/protocolVersion'

/** What streamable HTTP wants beside a message (https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/streamable-http). */
export function headersOf(
  { method, params }: Message,
  { token, version }: { readonly token: string; readonly version: string | undefined },
): Readonly<Record<string, string>> {
  const own = params?.['_meta']?.[versionKey]
  const spoken = typeof own === 'string' ? own : version
  return {
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    authorization: `Bearer ${token}`,
    ...(spoken === undefined ? {} : { 'mcp-protocol-version': spoken }),
    ...(typeof own === 'string' && method !== undefined ? { 'mcp-method': method } : {}),
    ...(typeof own === 'string' && params?.name !== undefined ? { 'mcp-name': headerValue(params.name) } : {}),
  }
}

/** Tools of ours have plain names; what is none is for the other side to refuse. */
function headerValue(name: string): string {
  return /^[\x21-\x7e]+$/.test(name) ? name : `=?base64?${Buffer.from(name).toString('base64')}?=`
}

const handshake = z.object({ result: z.object({ protocolVersion: z.string() }) })

/** Undefined unless it was the handshake of an older version. */
export function settledVersion({ method }: Message, answer: unknown): string | undefined {
  return method === 'initialize' ? handshake.safeParse(answer).data?.result.protocolVersion : undefined
}

/** Undefined where nobody waits for an answer. */
export function refusal({ id }: Message, text: string): unknown {
  return id === undefined ? undefined : { jsonrpc: '2.0', id, error: { code: -32_000, message: text } }
}
