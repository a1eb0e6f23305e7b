/** What API v1 shows to anybody, without a token: the document that describes it, and pages for people. */
import { createHash } from 'node:crypto'
import { openApi } from '../../derive/openapi/open-api.ts'
import { problems } from '../../operations/problems.ts'
import { docsPage } from '../../pages/api/docs-page.ts'
import { docsStyleHash } from '../../pages/api/docs-style.ts'
import { problemPage, problemsPage, type ToldProblem } from '../../pages/api/problem-pages.ts'
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
  if (path === '/docs') return referencePage()
  return path.startsWith('/problems') ? problemPages().get(path) : undefined
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

/** Made when it is first asked for, as deriving it would lengthen every start. */
const document = once(openApi)

const documentPage = once((): Page => ({
  name: 'openapi',
  // Whoever likes may read it in a viewer on another host.
  headers: { 'content-type': 'application/json; charset=utf-8', 'access-control-allow-origin': '*' },
  body: JSON.stringify(document()),
}))

const referencePage = once((): Page => htmlPage('docs', docsPage(document())))

/** By path. */
const problemPages = once((): ReadonlyMap<string, Page> => {
  const all = Object.values<ToldProblem>(problems)
  const pages = all.map((problem) => {
    const body = problemPage(problem, all, document())
    return [`/problems/${problem.slug}`, htmlPage('problem', body)] as const
  })
  return new Map([['/problems', htmlPage('problems', problemsPage(all))], ...pages])
})

function htmlPage(name: string, body: string): Page {
  return { name, headers: htmlHeaders, body }
}

/** Nothing but the page itself: no script, no picture, nothing from elsewhere. */
const htmlHeaders = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy': `default-src 'none'; style-src '${docsStyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'referrer-policy': 'no-referrer',
}

function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => (made ??= make())
}
