/** API v1 as an OpenAPI 3.1 document (https://spec.openapis.org/oas/v3.1.1), derived from the registry of operations. */
import type { z } from 'zod'
import { problemResource } from '../../resources/problem.ts'
import { webhookResources } from '../../resources/webhook.ts'
import { type DescribedOperation, describedOperations, nounOf } from './described-operation.ts'
import { introduction } from './introduction.ts'
import { componentsOf, type Direction, type JsonSchema } from './json-schema.ts'
import { type OperationObject, operationObject } from './operation-object.ts'
import { type Parameter, sharedParameters } from './parameters.ts'
import { type Example, problemExamples } from './problem-examples.ts'
import { type Response, sharedResponses } from './problem-responses.ts'
import { type Header, sharedHeaders } from './response-headers.ts'
import { webhooks } from './webhooks.ts'

export interface OpenApi {
  readonly openapi: '3.1.1'
  readonly info: Readonly<Record<string, unknown>>
  readonly servers: readonly { readonly url: string; readonly description: string }[]
  readonly tags: readonly { readonly name: string }[]
  /** By path, then by method in lower case. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>
  /** By the type of the event. */
  readonly webhooks: ReturnType<typeof webhooks>
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>
    readonly parameters: Readonly<Record<string, Parameter>>
    readonly headers: Readonly<Record<string, Header>>
    readonly responses: Readonly<Record<string, Response>>
    readonly examples: Readonly<Record<string, Example>>
    readonly securitySchemes: Readonly<Record<string, unknown>>
  }
}

export function openApi(operations: readonly DescribedOperation[] = describedOperations): OpenApi {
  return {
    openapi: '3.1.1',
    info: { title: 'Billkeep API v1', version: '1', description: introduction, license },
    servers: [{ url: '/v1', description: 'The installation that this document was read from.' }],
    tags: [...new Set(operations.map(nounOf))].map((name) => ({ name })),
    paths: pathsOf(operations),
    webhooks: webhooks(),
    components: {
      schemas: componentsOf([
        ...operations.flatMap(schemasOf),
        ...[problemResource, ...webhookResources.values()].map((schema) => [schema, 'output'] as const),
      ]),
      parameters: sharedParameters,
      headers: sharedHeaders,
      responses: sharedResponses(operations),
      examples: problemExamples(),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'A token of the shop.' },
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'billkeep.session_token',
          description:
            'Of somebody who is signed in to the account page: from that page only (`Origin`), with the login of the shop in ' +
            'the header `Billkeep-Shop`. What the scopes say, the role in the shop says here.',
        },
      },
    },
  }
}

const license = { name: 'MIT', identifier: 'MIT' }

function pathsOf(operations: readonly DescribedOperation[]): OpenApi['paths'] {
  const byPath = Map.groupBy(operations, ({ at }) => at)
  const items = [...byPath].map(([at, group]) => {
    const methods = group.map((operation) => [operation.method.toLowerCase(), operationObject(operation)] as const)
    return [at, Object.fromEntries(methods)] as const
  })
  return Object.fromEntries(items)
}

function schemasOf({ input, output }: DescribedOperation): (readonly [z.ZodType, Direction])[] {
  const sent = [input.path, input.query, input.body].filter((schema) => schema !== undefined)
  return [...sent.map((schema) => [schema, 'input'] as const), [output, 'output']]
}
