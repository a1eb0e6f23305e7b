/** Calls of API v1 out of a node, with what n8n has for HTTP and credentials. */
import {
  type IDataObject,
  type IExecuteFunctions,
  type IHookFunctions,
  type IHttpRequestOptions,
  type ILoadOptionsFunctions,
  type JsonObject,
  NodeApiError,
} from 'n8n-workflow'
import { type OperationName, operations } from '../generated/api.ts'
import { textOf } from './text-of.ts'

export type Caller = IExecuteFunctions | IHookFunctions | ILoadOptionsFunctions

export interface CallInput {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: IDataObject
  readonly body?: IDataObject
  /** Of a call that changes something: what is repeated with it changes nothing twice. */
  readonly idempotencyKey?: string
  /** Of the input that it is done for. */
  readonly itemIndex?: number
}

interface Answer {
  readonly statusCode: number
  readonly body: unknown
}

const credentialName = 'billkeepApi'

/** {} where there is nothing to tell. Throws NodeApiError with what Billkeep says is wrong. */
export async function call(caller: Caller, name: OperationName, input: CallInput = {}): Promise<IDataObject> {
  const answer = await callOrMiss(caller, name, input)
  if (answer !== undefined) return answer
  throw new NodeApiError(caller.getNode(), {}, { message: 'It is not there', httpCode: '404' })
}

/** Undefined where what it asks for is not there. */
export async function callOrMiss(
  caller: Caller,
  name: OperationName,
  input: CallInput = {},
): Promise<IDataObject | undefined> {
  const options = await requestOf(caller, name, input)
  const answer = answerIn(await caller.helpers.httpRequestWithAuthentication.call(caller, credentialName, options))
  const body = isObject(answer.body) ? answer.body : {}
  if (answer.statusCode === 404 && body['type'] === '/v1/problems/not-found') return undefined
  if (answer.statusCode < 400) return body
  const detail =
    typeof body['detail'] === 'string' ? body['detail'] : `${options.baseURL} does not answer as Billkeep does`
  const httpCode = String(answer.statusCode)
  const place = input.itemIndex === undefined ? {} : { itemIndex: input.itemIndex }
  throw new NodeApiError(caller.getNode(), jsonOf(body), { message: detail, httpCode, ...place })
}

async function requestOf(caller: Caller, name: OperationName, input: CallInput): Promise<IHttpRequestOptions> {
  const { path = {}, query, body, idempotencyKey } = input
  const { method, at } = operations[name]
  const { address } = await caller.getCredentials(credentialName)
  return {
    method,
    baseURL: `${textOf(address).replace(/\/+$/, '')}/v1`,
    url: at.replaceAll(/\{(\w+)\}/g, (_, part: string) => encodeURIComponent(String(path[part]))),
    ...(query === undefined ? {} : { qs: query, arrayFormat: 'repeat' }),
    ...(body === undefined ? {} : { body }),
    headers: idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey },
    json: true,
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
  }
}

function answerIn(response: unknown): Answer {
  if (!isObject(response) || typeof response['statusCode'] !== 'number') return { statusCode: 0, body: undefined }
  return { statusCode: response['statusCode'], body: response['body'] }
}

function isObject(value: unknown): value is IDataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a server sent is JSON. */
function jsonOf(value: IDataObject): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was parsed of a text right before
  return value as JsonObject
}
