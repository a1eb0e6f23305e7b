/** The nodes as n8n loads them: built, required as CommonJS, and given what n8n gives a node, HTTP being real. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, join } from 'node:path'
import type {
  ICredentialType,
  IDataObject,
  IExecuteFunctions,
  IHttpRequestOptions,
  INode,
  INodeType,
} from 'n8n-workflow'
import { textOf } from '../nodes/api/text-of.ts'

const folder = join(import.meta.dirname, '..')
const root = join(folder, '../..')

export interface Nodes {
  readonly billkeep: INodeType
  readonly trigger: INodeType
  readonly credentials: ICredentialType
}

/** Builds them first, into a folder of their own, where what n8n brings along is found. */
export function builtNodes(): Nodes {
  const built = mkdtempSync(join(root, 'node_modules/.billkeep-n8n-'))
  try {
    const rolldown = join(root, 'node_modules/rolldown/bin/cli.mjs')
    execFileSync(process.execPath, [rolldown, '-c', 'rolldown.config.ts', '-d', built], { cwd: folder })
    return {
      billkeep: loaded(built, 'nodes/Billkeep/Billkeep.node.js') as INodeType,
      trigger: loaded(built, 'nodes/BillkeepTrigger/BillkeepTrigger.node.js') as INodeType,
      credentials: loaded(built, 'credentials/BillkeepApi.credentials.js') as ICredentialType,
    }
  } finally {
    rmSync(built, { recursive: true })
  }
}

/** n8n finds the class by the name of its file. */
function loaded(built: string, file: string): unknown {
  const exported = createRequire(import.meta.url)(join(built, file)) as Record<string, new () => unknown>
  const name = basename(file).replace(/\..+$/, '')
  const Loaded = exported[name]
  if (Loaded === undefined) throw new Error(`${file} has no class ${name}.`)
  return new Loaded()
}

export interface Shop {
  readonly address: string
  readonly token: string
}

const node: INode = {
  id: 'node-1',
  name: 'Billkeep',
  type: 'n8n-nodes-billkeep.billkeep',
  typeVersion: 1,
  position: [0, 0],
  parameters: {},
}

/** What all kinds of a node's functions get. */
export function callingContext(shop: Shop, parameters: IDataObject) {
  return {
    getNode: () => node,
    getTimezone: () => 'Europe/Berlin',
    getCredentials: async () => ({ ...shop }),
    getNodeParameter: (name: string, ...rest: readonly unknown[]) => parameterOf(parameters, name, rest),
    helpers: {
      httpRequestWithAuthentication: async (_name: string, options: IHttpRequestOptions) => request(shop, options),
    },
  }
}

/** A trigger's functions get no index of an item. */
function parameterOf(parameters: IDataObject, name: string, rest: readonly unknown[]): unknown {
  if (name in parameters) return parameters[name]
  if (rest.length > 1) return rest[1]
  throw new Error(`The node asks for the parameter «${name}», which is not there.`)
}

/** As n8n does with `returnFullResponse` and `ignoreHttpStatusErrors`. It sends no body that is `{}`. */
async function request({ token }: Shop, options: IHttpRequestOptions): Promise<unknown> {
  const { baseURL = '', url, method = 'GET', qs = {}, headers = {}, disableFollowRedirect = false } = options
  const body = JSON.stringify(options.body) === '{}' ? undefined : options.body
  const address = new URL(`${baseURL}${url}`)
  for (const [name, value] of Object.entries(qs)) {
    for (const one of Array.isArray(value) ? value : [value]) address.searchParams.append(name, String(one))
  }
  const response = await fetch(address, {
    method,
    headers: {
      ...Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, textOf(value)])),
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    redirect: disableFollowRedirect ? 'manual' : 'follow',
  })
  const text = await response.text()
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
  const parsed = isJson && text !== '' ? (JSON.parse(text) as unknown) : text
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: parsed }
}

export interface Run {
  readonly continueOnFail?: boolean
  readonly executionId?: string
  readonly instanceId?: string
  readonly runIndex?: number
}

/** Runs the node for one item. */
export async function execute(
  { billkeep }: Nodes,
  shop: Shop,
  parameters: IDataObject,
  { continueOnFail = false, executionId = crypto.randomUUID(), instanceId = 'n8n-1', runIndex = 0 }: Run = {},
): Promise<readonly IDataObject[]> {
  const context = {
    ...callingContext(shop, parameters),
    getInputData: () => [{ json: {} }],
    getExecutionId: () => executionId,
    getInstanceId: () => instanceId,
    evaluateExpression: () => runIndex,
    continueOnFail: () => continueOnFail,
  }
  const [items = []] = ((await billkeep.execute?.call(context as unknown as IExecuteFunctions)) ?? []) as readonly {
    readonly json: IDataObject
    readonly pairedItem: unknown
  }[][]
  if (items.some(({ pairedItem }) => JSON.stringify(pairedItem) !== '{"item":0}')) throw new Error('Not paired.')
  return items.map(({ json }) => json)
}
