/** The reference of API v1, `/v1/docs`: one page that needs nothing but itself. */
import type { JsonSchema } from '../../derive/openapi/json-schema.ts'
import type { OpenApi } from '../../derive/openapi/open-api.ts'
import { type Html, markup } from '../html.ts'
import { codeBlock } from './code-block.ts'
import { type Chapter, contentsOf } from './contents.ts'
import { fieldList, fieldsOf } from './field-list.ts'
import { operationSection } from './operation-section.ts'
import { paragraphs } from './prose.ts'
import type { PlacedOperation } from './sample-request.ts'
import { shell } from './shell.ts'

export function docsPage(document: OpenApi): string {
  const nouns = nounsOf(document)
  const objects = Object.entries(document.components.schemas)
  return shell({
    title: 'Billkeep API v1',
    contents: contentsOf([
      { title: 'Introduction', href: '#introduction', entries: [] },
      ...nouns.map(chapterOf),
      { title: 'Objects', href: '#objects', entries: objects.map(([name]) => ({ title: name, href: `#${name}` })) },
    ]),
    body: markup`${introduction(document)}
${nouns.map(([noun, placed]) => nounSection(document, noun, placed))}
<h2 id="objects">Objects</h2>
${objects.map(([name, schema]) => objectSection(name, schema))}`,
  })
}

type Noun = readonly [string, readonly PlacedOperation[]]

function nounsOf({ paths }: OpenApi): readonly Noun[] {
  const all = Object.entries(paths).flatMap(([at, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), at, operation })),
  )
  return [...Map.groupBy(all, ({ operation }) => operation.tags[0] ?? '')]
}

function chapterOf([noun, placed]: Noun): Chapter {
  return {
    title: noun,
    href: `#${idOf(noun)}`,
    entries: placed.map(({ method, operation: { summary, operationId } }) => ({
      title: summary,
      href: `#${operationId}`,
      method,
    })),
  }
}

function idOf(noun: string): string {
  return `about-${noun.toLowerCase().replaceAll(' ', '-')}`
}

function introduction({ info }: OpenApi): Html {
  return markup`<section class="operation" id="introduction">
<div class="told"><h1>${String(info['title'])}</h1>
${paragraphs(String(info['description']))}</div>
<div class="shown">${codeBlock('For the examples', markup`${forExamples}`)}</div>
</section>`
}

const forExamples = `export BILLKEEP=http://localhost:8080
export TOKEN=billkeep_1_1_…

# A token that may read and write orders:
npx billkeep token create Examples \\
  --scope orders:write --shop LOGIN`

function nounSection(document: OpenApi, noun: string, placed: readonly PlacedOperation[]): Html {
  return markup`<h2 id="${idOf(noun)}">${noun}</h2>
${placed.map((one) => operationSection(document, one))}`
}

function objectSection(name: string, schema: JsonSchema): Html {
  return markup`<section class="object" id="${name}" aria-labelledby="${name}-title">
<h3 id="${name}-title"><a href="#${name}">${name}</a></h3>
${paragraphs(schema.description ?? '').filter(({ text }) => text !== '<p></p>\n')}${fieldList(fieldsOf(schema), 'optional')}</section>
`
}
