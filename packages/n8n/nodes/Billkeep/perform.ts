/** What the node does for one of its inputs. */
import { type IDataObject, type IExecuteFunctions, NodeOperationError } from 'n8n-workflow'
import { call } from '../api/call.ts'
import { listed } from '../api/pages.ts'
import { textOf } from '../api/text-of.ts'
import { type Field, operations } from '../generated/api.ts'
import { operationOf } from './actions.ts'
import { collections, isList } from './properties.ts'
import { isRecord, valuesOf } from './values-of.ts'

export async function perform(context: IExecuteFunctions, itemIndex: number): Promise<readonly IDataObject[]> {
  const resource = context.getNodeParameter('resource', itemIndex)
  const action = context.getNodeParameter('operation', itemIndex)
  const name = operationOf(resource, action)
  if (name === undefined) {
    const message = `There is no operation «${action}» of «${resource}»`
    throw new NodeOperationError(context.getNode(), message, { itemIndex })
  }
  const { path, body, query, method } = operations[name]
  const filters = optionalOf(context, { fields: query, collection: collections.query, itemIndex })
  if (isList(operations[name])) {
    return listed(context, name, { query: filters, most: mostOf(context, itemIndex), itemIndex })
  }
  const given = {
    ...requiredOf(context, body, itemIndex),
    ...optionalOf(context, { fields: body, collection: collections.body, itemIndex }),
  }
  const answer = await call(context, name, {
    path: pathOf(context, path, itemIndex),
    query: filters,
    ...(body.length > 0 ? { body: given } : {}),
    ...(method === 'GET' ? {} : { idempotencyKey: keyOf(context, itemIndex) }),
    itemIndex,
  })
  return [method === 'DELETE' ? { deleted: true } : answer]
}

/**
 * The same where n8n tries a failed node again, and another each time that a loop comes by: what was done although its
 * answer was lost is not done twice. Two installations of n8n count executions each from 1.
 */
function keyOf(context: IExecuteFunctions, itemIndex: number): string {
  const run = textOf(context.evaluateExpression('{{ $runIndex }}', itemIndex))
  return ['n8n', context.getInstanceId(), context.getExecutionId(), context.getNode().id, run, itemIndex].join('-')
}

function mostOf(context: IExecuteFunctions, itemIndex: number): number {
  if (context.getNodeParameter('returnAll', itemIndex)) return Infinity
  return Math.max(1, context.getNodeParameter('limit', itemIndex))
}

function pathOf(context: IExecuteFunctions, path: readonly Field[], itemIndex: number): Record<string, string> {
  return Object.fromEntries(path.map(({ name }) => [name, textOf(context.getNodeParameter(name, itemIndex))]))
}

function requiredOf(context: IExecuteFunctions, body: readonly Field[], itemIndex: number): IDataObject {
  const required = body.filter(({ isRequired }) => isRequired === true)
  const given = required.map(({ name }) => [name, context.getNodeParameter(name, itemIndex)] as const)
  return valuesOf(required, Object.fromEntries(given), context.getTimezone())
}

function optionalOf(
  context: IExecuteFunctions,
  asked: { readonly fields: readonly Field[]; readonly collection: string; readonly itemIndex: number },
): IDataObject {
  const given = context.getNodeParameter(asked.collection, asked.itemIndex, {})
  return isRecord(given) ? valuesOf(asked.fields, given, context.getTimezone()) : {}
}
