/** What API v1 shows to anybody, without a token: the document that describes it. */
import { createHash } from 'node:crypto'
import { openApi } from '../../derive/openapi/open-api.ts'
import { aboutPage, type ApiReply, type ApiRequest, isVisit } from '../message.ts'

interface Page {
  readonly name: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Undefined where there is no such page. `target` begins after `/v1`. */
export function openPage(request: ApiRequest, target: string): ApiReply | undefined {
  if (!isVisit(request)) return undefined
  const page = pageAt(target.replace(/\?.*/s, '').replace(/\/$/, ''))
  return page && replyOf(page, request)
}

function pageAt(path: string): Page | undefined {
  if (path === '/openapi.json') return documentPage()
  return undefined
}

/** They change with the program only, and whoever has one asks whether it is still the same. */
function replyOf({ name, headers, body }: Page, request: ApiRequest): ApiReply {
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
  const all = { ...headers, etag, 'cache-control': 'public, no-cache', 'x-content-type-options': 'nosniff' }
  const about = aboutPage(name)
  if (isKnown(request.headers['if-none-match'], etag)) return { status: 304, headers: all, body: '', about }
  return { status: 200, headers: all, body, about }
}

/** Compared weakly, as proxies that compress make tags weak (RFC 9110, 13.1.2). */
function isKnown(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false
  return condition.trim() === '*' || condition.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
}

/** Made when it is first asked for, as deriving it takes a tenth of a second of the start. */
const documentPage = once((): Page => ({
  name: 'openapi',
  // Whoever likes may read it in a viewer on another host.
  headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' },
  body: JSON.stringify(openApi()),
}))

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
