/** What may go wrong with an operation, with links to what to do about it. */
import type { OpenApi } from '../../derive/openapi/open-api.ts'
import type { OperationObject } from '../../derive/openapi/operation-object.ts'
import { type Html, markup } from '../html.ts'

interface Listed {
  readonly status: string
  readonly slug: string
  readonly title: string
}

export function problemsOf(document: OpenApi, operation: OperationObject): Html {
  const listed = listedOf(document, operation)
  const statuses = [...new Set(listed.map(({ status }) => status))]
  return markup`<details class="problems"><summary><h4>Problems</h4> <span class="statuses">${statuses.join(' ')}</span></summary>
<ul>${listed.map(problemItem)}</ul>
</details>`
}

function problemItem({ status, slug, title }: Listed): Html {
  return markup`<li><span class="status">${status}</span> <a href="/v1/problems/${slug}">${title}</a></li>\n`
}

function listedOf({ components }: OpenApi, { responses }: OperationObject): readonly Listed[] {
  return Object.entries(responses).flatMap(([status, response]) => {
    if (!('$ref' in response)) return []
    const { content = {} } = components.responses[response.$ref.split('/').at(-1) ?? ''] ?? {}
    const slugs = Object.keys(content['application/problem+json']?.examples ?? {})
    return slugs.map((slug) => ({ status, slug, title: components.examples[slug]?.summary ?? slug }))
  })
}
