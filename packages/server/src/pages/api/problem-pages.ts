/** The pages that the types of problems lead to: `/v1/problems` and `/v1/problems/SLUG`. */
import type { OpenApi } from '../../derive/openapi/open-api.ts'
import type { OperationObject } from '../../derive/openapi/operation-object.ts'
import { type Html, markup } from '../html.ts'
import { codeBlock, json } from './code-block.ts'
import { contentsOf } from './contents.ts'
import { inline } from './prose.ts'
import { shell } from './shell.ts'

/** What a page says of a problem. */
export interface ToldProblem {
  readonly slug: string
  readonly status: number
  readonly title: string
  readonly meaning: string
  readonly concerns: 'all' | 'bodies' | 'writes' | 'none' | 'declared'
}

export function problemsPage(problems: readonly ToldProblem[]): string {
  return shell({
    title: 'Problems · Billkeep API v1',
    contents: contentsFor(problems),
    body: markup`<h1>Problems</h1>
<p>What goes wrong is answered as <code>application/problem+json</code>
(<a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>). Programs go by its <code>type</code>, which never changes; people read
its <code>detail</code>. Whoever runs the installation finds the call in the log by its <code>request_id</code>.</p>
<ul class="list">
${problems.map(({ slug, status, title, meaning }) => listItem(slug, status, title, meaning))}</ul>
`,
  })
}

export function problemPage(problem: ToldProblem, problems: readonly ToldProblem[], document: OpenApi): string {
  const { slug, status, title, meaning } = problem
  const type = `/v1/problems/${slug}`
  return shell({
    title: `${title} · Billkeep API v1`,
    contents: contentsFor(problems),
    body: markup`<h1>${title}</h1>
<p class="address"><span class="status">${String(status)}</span> <code>${type}</code></p>
<h2>What it means, and what to do</h2>
<p>${inline(meaning)}</p>
<h2>How it looks</h2>
${codeBlock(`Answer ${status}`, json(document.components.examples[slug]?.value))}
<h2>What may end with it</h2>
${whereOf(problem, document)}`,
  })
}

function contentsFor(problems: readonly ToldProblem[]): Html {
  const entries = problems.map(({ slug, title, status }) => ({
    title: `${status} ${title}`,
    href: `/v1/problems/${slug}`,
  }))
  return contentsOf([{ title: 'Problems', href: '/v1/problems', entries }])
}

function listItem(slug: string, status: number, title: string, meaning: string): Html {
  return markup`<li><p><span class="status">${String(status)}</span> <a href="/v1/problems/${slug}">${title}</a></p>
<p>${inline(meaning)}</p></li>\n`
}

function whereOf({ concerns, slug }: ToldProblem, document: OpenApi): Html {
  if (concerns !== 'declared') return markup`<p>${concerned[concerns]}</p>\n`
  const own = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).filter((operation) => canEndWith(operation, slug, document)),
  )
  const items = own.map(
    ({ operationId, summary }) => markup`<li><a href="/v1/docs#${operationId}">${summary}</a></li>\n`,
  )
  return own.length === 0 ? markup`<p>No operation as yet.</p>\n` : markup`<ul>\n${items}</ul>\n`
}

const concerned: Readonly<Record<Exclude<ToldProblem['concerns'], 'declared'>, string>> = {
  all: 'Any operation.',
  bodies: 'Any operation that takes a body.',
  writes: 'Any operation that changes something, when it is called with an Idempotency-Key.',
  none: 'A call of no operation.',
}

function canEndWith({ responses }: OperationObject, slug: string, { components }: OpenApi): boolean {
  return Object.values(responses).some((response) => {
    if (!('$ref' in response)) return false
    const { content = {} } = components.responses[response.$ref.split('/').at(-1) ?? ''] ?? {}
    return slug in (content['application/problem+json']?.examples ?? {})
  })
}
