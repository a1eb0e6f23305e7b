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
import { apiAddress } from './api-address.ts'
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
  readonly headers: IDataObject
  readonly body: unknown
}

const credentialName = 'billkeepApi'

/** {} where there is nothing to tell. Throws NodeApiError with what Billkeep says is wrong. */
export async function call(caller: Caller, name: OperationName, input: CallInput = {}): Promise<IDataObject> {
  const { answer, baseURL } = await ask(caller, name, input)
  if (answer.statusCode < 300) return bodyIn(caller, { answer, baseURL, name, input })
  throw refusal(caller, { answer, baseURL, input })
}

/** Undefined where what it asks for is not there. */
export async function callOrMiss(
  caller: Caller,
  name: OperationName,
  input: CallInput = {},
): Promise<IDataObject | undefined> {
  const { answer, baseURL } = await ask(caller, name, input)
  if (answer.statusCode < 300) return bodyIn(caller, { answer, baseURL, name, input })
  if (problemIn(answer)['type'] === '/v1/problems/not-found') return undefined
  throw refusal(caller, { answer, baseURL, input })
}

interface Asked {
  readonly answer: Answer
  readonly baseURL: string
}

async function ask(caller: Caller, name: OperationName, input: CallInput): Promise<Asked> {
  const { baseURL, ...options } = await requestOf(caller, name, input)
  const request = { baseURL, ...options }
  const response: unknown = await caller.helpers.httpRequestWithAuthentication.call(caller, credentialName, request)
  return { answer: answerIn(response), baseURL }
}

/** Proxies and their sign-in pages answer with 200, too. */
function bodyIn(
  caller: Caller,
  { answer, baseURL, name, input }: Asked & { readonly name: OperationName; readonly input: CallInput },
): IDataObject {
  if (isObject(answer.body)) return answer.body
  if (operations[name].method === 'DELETE' && answer.statusCode === 204) return {}
  throw refusal(caller, { answer, baseURL, input })
}

/** In the words of Billkeep where it is one, each field that is not as it should be included. */
function refusal(caller: Caller, { answer, baseURL, input }: Asked & { readonly input: CallInput }): NodeApiError {
  const problem = problemIn(answer)
  const message = detailsIn(problem) ?? strangeness(answer, baseURL)
  const place = input.itemIndex === undefined ? {} : { itemIndex: input.itemIndex }
  const httpCode = String(answer.statusCode)
  return new NodeApiError(caller.getNode(), jsonOf(problem), { message, httpCode, ...place })
}

function problemIn({ body }: Answer): IDataObject {
  return isObject(body) ? body : {}
}

function detailsIn({ detail, errors }: IDataObject): string | undefined {
  if (typeof detail !== 'string') return undefined
  const others: readonly unknown[] = Array.isArray(errors) ? errors.slice(1) : []
  const faults = others.flatMap((fault) => (isObject(fault) ? [textOf(fault['detail'])] : []))
  return [detail, ...faults].join(' ')
}

/** A redirect is not followed: n8n would send the token along, wherever it leads. */
function strangeness({ statusCode, headers }: Answer, baseURL: string): string {
  const to = textOf(headers['location'])
  return statusCode >= 300 && statusCode < 400 && to !== ''
    ? `${baseURL} sends one on to ${to}: give the address that it leads to in the credentials`
    : `${baseURL} does not answer as Billkeep does`
}

async function requestOf(
  caller: Caller,
  name: OperationName,
  input: CallInput,
): Promise<IHttpRequestOptions & { readonly baseURL: string }> {
  const { path = {}, query, body, idempotencyKey } = input
  const { method, at } = operations[name]
  const { address } = await caller.getCredentials(credentialName)
  return {
    method,
    baseURL: apiAddress(textOf(address)),
    url: at.replaceAll(/\{(\w+)\}/g, (_, part: string) => partOf(caller, part, textOf(path[part]))),
    ...(query === undefined ? {} : { qs: query, arrayFormat: 'repeat' }),
    ...(body === undefined ? {} : { body }),
    headers: idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey },
    json: true,
    disableFollowRedirect: true,
    returnFullResponse: true,
    ignoreHttpStatusErrors: true,
  }
}

/** Nothing and dots would make it the path of something else: of no number, the list of all. */
function partOf(caller: Caller, name: string, value: string): string {
  if (!/^\.{0,2}$/.test(value)) return encodeURIComponent(value)
  throw new NodeApiError(caller.getNode(), {}, { message: `«${name}» is empty`, httpCode: '422' })
}

function answerIn(response: unknown): Answer {
  const { statusCode, headers, body } = isObject(response) ? response : {}
  return {
    statusCode: typeof statusCode === 'number' ? statusCode : 0,
    headers: isObject(headers) ? headers : {},
    body,
  }
}

function isObject(value: unknown): value is IDataObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** What a server sent is JSON. */
function jsonOf(value: IDataObject): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- it was parsed of a text right before
  return value as JsonObject
}
