/** What the served document promises of an answer. */
import { expect } from 'vitest'
import type { DescribedOperation } from '../../src/derive/openapi/described-operation.ts'
import type { OpenApi } from '../../src/derive/openapi/open-api.ts'
import { type DocumentSchemas, schemasOf } from '../document.ts'
import type { Service } from '../service.ts'
import { callV1, type ReplyV1 } from '../v1.ts'

export interface Promised {
  readonly document: OpenApi
  readonly schemas: DocumentSchemas
}

export async function promisedBy(service: Service): Promise<Promised> {
  const { json } = await callV1(service, { at: '/openapi.json' })
  const document = json as OpenApi
  return { document, schemas: schemasOf(document) }
}

/** Fails where the answer is not one that the document tells of. */
export function expectPromised({ document, schemas }: Promised, operation: DescribedOperation, reply: ReplyV1): void {
  const { at, method } = operation
  const place = ['paths', at, method.toLowerCase(), 'responses', String(reply.status)]
  const told = document.paths[at]?.[method.toLowerCase()]?.responses[String(reply.status)]
  if (told === undefined) throw new Error(`${reply.status} is not told of: ${reply.text}`)
  const component = '$ref' in told ? told.$ref.slice(2).split('/') : place
  const response = '$ref' in told ? document.components.responses[component.at(-1) ?? ''] : told
  const type = reply.headers.get('content-type')?.replace(/;.*/s, '')
  const types = Object.keys(response?.content ?? {})
  expect(type === undefined ? types.length === 0 : types.includes(type), `${type} is not told of`).toBe(true)
  expect(reply.headers.get('request-id')).not.toBeNull()
  if (type !== undefined && /[/+]json$/.test(type))
    expect(schemas.faults([...component, 'content', type, 'schema'], reply.json)).toBe('')
}
