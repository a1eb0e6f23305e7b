/** A call as the sockets hand it over, and the answer they take: all that the two sides of the edge know of each other. */
import type { IncomingHttpHeaders } from 'node:http'
import type { SignatureFault } from '../rules/request.ts'
import type { Upload } from './upload.ts'

/**
 * What was received; or why it was not: over the limit, no HTTP, or not in time. Undefined: there is none to read. Where a
 * file is taken: what is still to be received.
 */
export type Body = Buffer | Upload | 'tooLarge' | 'broken' | 'late' | undefined

export interface ApiRequest {
  /** In the log, and in the header `Request-Id` of the answer. */
  readonly id: string
  readonly method: string
  /** Of the connection, or as a trusted proxy says. */
  readonly scheme: 'http' | 'https'
  /** As in the request line: a path with its query, or a whole URL. */
  readonly target: string
  /** As in the header, port included; `''` if missing. */
  readonly host: string
  /** The caller's IP address; IPv4 in its own notation. */
  readonly address: string
  readonly contentType: string | undefined
  /** By names in lower case, as Node gives them. */
  readonly headers: IncomingHttpHeaders
  readonly body: Body
}

export interface ApiReply {
  readonly status: number
  /** Several values are as many lines of that name. */
  readonly headers: Readonly<Record<string, string | string[]>>
  readonly body: string | Buffer | LongBody
  readonly about: About
}

/** Through which door a request came: the order API, API v1, MCP, the account page, a bill's page, or a page of the installation. */
export type Face = 'api' | 'v1' | 'mcp' | 'account' | 'bill' | 'page'

/** What a request was and what came of it, for the log and the counts: no part of what is sent. */
export interface About {
  readonly face: Face
  /** The function's or page's name as we spell it; undefined: there is none such. Never what a caller wrote. */
  readonly operation: string | undefined
  /** Of the shop, once one was found. */
  readonly login: string | undefined
  /** The number of an answer of the order API, or the name of a problem of API v1; undefined where there is none. */
  readonly code: number | string | undefined
  /** For the shop's own people, and so not for the log; undefined: no shop was found, or they asked it themselves. */
  readonly trail?: Trail | undefined
}

/** What a shop's owners are told of a request beside that. */
export interface Trail {
  readonly shopId: number
  /** Which key signed, or the number and name of the token; '': nothing is proved. */
  readonly caller: string
  /** '': the signature was right, or not looked at. */
  readonly fault: SignatureFault | ''
}

/** A body that is made while it is sent. */
export interface LongBody {
  /** Each cut between characters. Whoever takes some takes all, or ends the iteration with `return()`. */
  readonly pieces: AsyncIterable<string>
  /** The names of the headers that come after the body; '' for none. */
  readonly trailerNames: string
  /** Those headers; called when all pieces have been taken. */
  readonly trailers: () => Readonly<Record<string, string>>
}

export function isLong(body: ApiReply['body']): body is LongBody {
  return typeof body === 'object' && 'pieces' in body
}

export type Answer = (request: ApiRequest) => Promise<ApiReply>

/** Whether somebody looks at a page: calls are made with POST. */
export function isVisit({ method }: ApiRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Of a page of the installation, where no shop is. */
export function aboutPage(operation: string): About {
  return { face: 'page', operation, login: undefined, code: undefined }
}
