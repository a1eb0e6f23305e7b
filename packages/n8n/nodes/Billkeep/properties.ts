/** All that the node asks people for: the resource, the operation, and what that takes. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow'
import { type Field, type Operation, operations } from '../generated/api.ts'
import { actionTitles, type Resource, resources } from './actions.ts'
import { propertyOf } from './property-of.ts'
import { described, titleCase } from './words.ts'

export function allProperties(): INodeProperties[] {
  return [
    {
      displayName: 'Resource',
      name: 'resource',
      type: 'options',
      noDataExpression: true,
      options: Object.entries(resources).map(([value, { title: name }]) => ({ name, value })),
      default: 'order',
    },
    ...Object.entries(resources).flatMap(([name, resource]) => propertiesOf(name, resource)),
  ]
}

/** Where what may be left out is asked for. */
export const collections = { body: 'additionalFields', query: 'filters' } as const

/** Whether it answers a list, of which people say how much they want. */
export function isList({ query }: Operation): boolean {
  return query.some(({ name }) => name === 'cursor')
}

function propertiesOf(name: string, resource: Resource): readonly INodeProperties[] {
  const inputs = Object.entries(resource.actions).flatMap(([action, operation]) =>
    inputsOf(operations[operation]).map((property) => ({
      ...property,
      displayOptions: { show: { resource: [name], operation: [action], ...property.displayOptions?.show } },
    })),
  )
  return [actionProperty(name, resource), ...inputs]
}

function actionProperty(name: string, { actions }: Resource): INodeProperties {
  const options = Object.entries(actions).map(([value, operation]): INodePropertyOptions => {
    const { title, description } = operations[operation]
    return {
      name: actionTitles[value] ?? titleCase(value),
      value,
      action: value === 'getAll' ? title.replace('List', 'Get many') : title,
      ...(description === undefined ? {} : { description: described(description) }),
    }
  })
  return {
    displayName: 'Operation',
    name: 'operation',
    type: 'options',
    noDataExpression: true,
    displayOptions: { show: { resource: [name] } },
    options,
    default: 'get',
  }
}

function inputsOf(operation: Operation): readonly INodeProperties[] {
  const { path, body, query } = operation
  return [
    ...path.map((field) => propertyOf({ ...field, isRequired: true })),
    ...body.filter(({ isRequired }) => isRequired === true).map(propertyOf),
    ...(isList(operation) ? howMany : []),
    ...collectionOf(
      'query',
      'Filter',
      query.filter(({ name }) => name !== 'cursor' && name !== 'limit'),
    ),
    ...collectionOf(
      'body',
      'Field',
      body.filter(({ isRequired }) => isRequired !== true),
    ),
  ]
}

function collectionOf(
  part: keyof typeof collections,
  noun: string,
  fields: readonly Field[],
): readonly INodeProperties[] {
  if (fields.length === 0) return []
  const options = fields.map(propertyOf).toSorted((a, b) => a.displayName.localeCompare(b.displayName, 'en'))
  const displayName = part === 'query' ? 'Filters' : 'Additional Fields'
  return [
    { displayName, name: collections[part], type: 'collection', placeholder: `Add ${noun}`, default: {}, options },
  ]
}

const howMany: readonly INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
    displayOptions: { show: { returnAll: [false] } },
  },
]
