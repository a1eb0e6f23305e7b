/** The tools as a server of the Model Context Protocol. */
import { type CallToolResult, McpServer, ProtocolError, ProtocolErrorCode } from '@modelcontextprotocol/server'
import packageJson from '../../package.json' with { type: 'json' }
import { Problem, problems } from '../operations/problems.ts'
import type { Scope } from '../rules/scope.ts'
import { asData, dataRule } from './as-data.ts'
import { type Ask, callOf } from './call.ts'
import { masked, maskedText } from './masked.ts'
import { told, toolCalled, toolsFor } from './tools.ts'

export interface McpServerParts {
  /** The shop's. */
  readonly login: string
  /** What the model may do, in the words of tokens. */
  readonly scopes: readonly Scope[]
  readonly ask: Ask
}

export function createMcpServer({ login, scopes, ask }: McpServerParts): McpServer {
  const mcp = new McpServer(
    { name: 'billkeep', title: 'Billkeep', version: packageJson.version },
    { capabilities: { tools: { listChanged: false } }, instructions: instructionsFor(login, scopes) },
  )
  const mayShowContacts = scopes.includes('mcp:contacts')

  // Told and checked by the operations themselves, not by schemas that the library would want for each tool.
  mcp.server.setRequestHandler('tools/list', () => ({ tools: toolsFor(scopes).map(told) }))
  mcp.server.setRequestHandler('tools/call', async ({ params: { name, arguments: given = {} } }) => {
    const tool = toolCalled(name)
    if (tool === undefined) throw new ProtocolError(ProtocolErrorCode.InvalidParams, `There is no tool «${name}».`)
    try {
      const json = await ask(callOf(tool, given))
      return textResult(asData(mayShowContacts ? json : masked(json)))
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { ...textResult(mayShowContacts ? wordsOf(error) : maskedText(wordsOf(error))), isError: true }
    }
  })

  return mcp
}

function instructionsFor(login: string, scopes: readonly Scope[]): string {
  const contacts = scopes.includes('mcp:contacts')
    ? []
    : [
        'E-mail addresses, phones and postal addresses are masked; customers can be looked up by their whole e-mail address all the same.',
      ]
  return [`Orders, customers, products and sales of the shop «${login}».`, dataRule, ...contacts].join('\n')
}

function textResult(text: string): CallToolResult {
  return { content: [{ type: 'text', text }] }
}

/** For the model: what was wrong, field by field. */
function wordsOf({ problemName, details: { detail, errors = [] } }: Problem): string {
  const { title, meaning } = problems[problemName]
  const faults = errors.map((fault) => fault.detail).filter((text) => text !== detail)
  return [`${title}.`, detail ?? meaning, ...faults].join(' ')
}
