/** An operation: what it does, what it takes, what it answers, and how that looks. */
import type { OpenApi } from '../../derive/openapi/open-api.ts'
import type { OperationObject } from '../../derive/openapi/operation-object.ts'
import type { Parameter } from '../../derive/openapi/parameters.ts'
import type { Response } from '../../derive/openapi/problem-responses.ts'
import { type Html, markup, nothing } from '../html.ts'
import { codeBlock, curl, json } from './code-block.ts'
import { methodBadge } from './contents.ts'
import { fieldList, fieldsOf } from './field-list.ts'
import { problemsOf } from './operation-problems.ts'
import { inline, paragraphs } from './prose.ts'
import { parametersOf, type PlacedOperation, sampleRequest } from './sample-request.ts'
import { typeOf } from './schema-type.ts'

export function operationSection(document: OpenApi, placed: PlacedOperation): Html {
  const { method, at, operation } = placed
  const { operationId, summary, description = '', security } = operation
  const [{ bearer: scopes }] = security
  return markup`<section class="operation" id="${operationId}" aria-labelledby="${operationId}-title">
<div class="told">
<h3 id="${operationId}-title"><a href="#${operationId}">${summary}</a></h3>
<p class="address">${methodBadge(method)} <code>/v1${broken(at)}</code></p>
${paragraphs(description).filter(({ text }) => text !== '<p></p>\n')}
<p class="scope">Scope ${scopes.map((scope) => markup`<code>${scope}</code>`)}</p>
${sent(document, operation)}
${answered(operation)}
${problemsOf(document, operation)}
</div>
<div class="shown">
${codeBlock('Request', curl(sampleRequest(document, placed)))}
${sampleAnswer(operation)}
</div>
</section>
`
}

/** A long path may go on in the next line after a slash. */
function broken(at: string): readonly Html[] {
  return at.split(/(?=\/)/).map((part) => markup`${part}<wbr>`)
}

function sent(document: OpenApi, operation: OperationObject): Html {
  const all = parametersOf(document, operation)
  const body = operation.requestBody?.content['application/json']?.schema
  return markup`${partOf('Path', fieldsIn(all, 'path'))}${partOf('Query', fieldsIn(all, 'query'))}${
    body === undefined ? nothing : partOf('Body', fieldsOf(body))
  }${partOf('Headers', fieldsIn(all, 'header'))}`
}

function partOf(title: string, fields: Parameters<typeof fieldList>[0]): Html {
  return fields.length === 0 ? nothing : markup`<h4>${title}</h4>\n${fieldList(fields, 'required')}`
}

function fieldsIn(parameters: readonly Parameter[], place: Parameter['in']): Parameters<typeof fieldList>[0] {
  return parameters
    .filter((parameter) => parameter.in === place)
    .map(({ name, description, schema, required }) => ({
      name,
      schema: { ...schema, description },
      isRequired: required,
    }))
}

function successOf({ responses }: OperationObject): readonly [string, Response] {
  const [status, response] = Object.entries(responses).find(([code]) => code.startsWith('2')) ?? []
  if (status === undefined || response === undefined || '$ref' in response) throw new Error('No success is told of.')
  return [status, response]
}

function answered(operation: OperationObject): Html {
  const [status, { description, content = {} }] = successOf(operation)
  const types = Object.entries(content)
  const [first] = types
  const schema = first?.[1].schema
  const isJson = first?.[0] === 'application/json'
  const what = isJson ? markup`<span class="type">${typeOf(schema)}</span>` : inline(description)
  const streamed = isJson ? nothing : markup` ${types.map(([type]) => markup`<code>${type}</code> `)}`
  const fields = schema?.properties === undefined ? nothing : fieldList(fieldsOf(schema), 'optional')
  return markup`<h4>Answer</h4>\n<p><span class="status good">${status}</span> ${what}${streamed}</p>\n${fields}`
}

function sampleAnswer(operation: OperationObject): Html {
  const [status, { content = {} }] = successOf(operation)
  const [type, media] = Object.entries(content)[0] ?? []
  if (type === undefined || media?.example === undefined) return nothing
  const { example } = media
  return codeBlock(`Answer ${status}`, typeof example === 'string' ? markup`${example}` : json(example))
}
