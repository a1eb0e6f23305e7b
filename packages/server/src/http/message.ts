/** A call as the sockets hand it over, and the answer they take: all that the two sides of the edge know of each other. */

/** What was received; or why it was not: over the limit, no HTTP, or not in time. Undefined: there is none to read. */
export type Body = Buffer | 'tooLarge' | 'broken' | 'late' | undefined

export interface ApiRequest {
  /** For the log. */
  readonly id: string
  readonly method: string
  /** As in the request line: a path with its query, or a whole URL. */
  readonly target: string
  /** As in the header, port included; `''` if missing. */
  readonly host: string
  /** The caller's IP address; IPv4 in its own notation. */
  readonly address: string
  readonly contentType: string | undefined
  readonly body: Body
}

export interface ApiReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | LongBody
}

/** A body that is made while it is sent. */
export interface LongBody {
  /** Each cut between characters. Whoever takes some takes all, or ends the iteration with `return()`. */
  readonly pieces: AsyncIterable<string>
  /** The names of the headers that come after the body. */
  readonly trailerNames: string
  /** Those headers; called when all pieces have been taken. */
  readonly trailers: () => Readonly<Record<string, string>>
}

export type Answer = (request: ApiRequest) => Promise<ApiReply>

/** Whether somebody looks at a page: calls are made with POST. */
export function isVisit({ method }: ApiRequest): boolean {
  return method === 'GET' || method === 'HEAD'
}
