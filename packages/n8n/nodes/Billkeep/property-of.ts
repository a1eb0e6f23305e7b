/** A field of API v1 as n8n asks people for it. */
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow'
import type { Field } from '../generated/api.ts'
import { described, titleCase } from './words.ts'

export function propertyOf(field: Field): INodeProperties {
  const { name, title, description, isRequired } = field
  return {
    displayName: titleCase(title),
    name,
    ...(description === undefined ? {} : { description: described(description) }),
    ...(isRequired === undefined ? {} : { required: isRequired }),
    ...formOf(field),
  }
}

type Form = Pick<INodeProperties, 'type' | 'default'> & Partial<INodeProperties>

function formOf(field: Field): Form {
  const { name, title, type, choices, fields } = field
  if (type === 'object') return groupForm(title, fields ?? [], false)
  if (type === 'texts') return groupForm(title, textPair, true)
  if (type === 'list') return listForm(field)
  if (type !== 'text') return plainForms[type]
  if (choices !== undefined) return { type: 'options', options: choices.map(choiceOf), default: choices[0] ?? '' }
  return name === 'product' ? productForm() : { type: 'string', default: '' }
}

const plainForms = {
  integer: { type: 'number', default: 0 },
  number: { type: 'number', default: 0 },
  money: { type: 'number', default: 0 },
  boolean: { type: 'boolean', default: false },
  moment: { type: 'dateTime', default: '' },
  json: { type: 'json', default: '' },
} as const

function listForm({ title, choices, fields }: Field): Form {
  if (choices !== undefined) return { type: 'multiOptions', options: choices.map(choiceOf), default: [] }
  if (fields !== undefined) return groupForm(title, fields, true)
  return { type: 'string', typeOptions: { multipleValues: true }, default: [] }
}

const textPair: readonly Field[] = [
  { name: 'name', title: 'Name', type: 'text', isRequired: true },
  { name: 'value', title: 'Value', type: 'text' },
]

function choiceOf(value: string): INodePropertyOptions {
  return { name: titleCase(value.replace(/^-/, 'Last by ').replaceAll('_', ' ')), value }
}

function groupForm(title: string, fields: readonly Field[], isMany: boolean): Form {
  const values = { displayName: titleCase(title), name: 'values', values: fields.map(partOf) }
  return { type: 'fixedCollection', typeOptions: { multipleValues: isMany }, default: {}, options: [values] }
}

/**
 * n8n sends all fields of a group, those that nobody has touched with their defaults: a number that may be left out is
 * text, which may be empty, or each product of an order would cost 0.
 */
function partOf(field: Field): INodeProperties {
  const property = propertyOf(field)
  if (field.isRequired === true || property.type !== 'number') return property
  const example = field.type === 'money' ? { placeholder: 'e.g. 150000' } : {}
  return { ...property, type: 'string', default: '', ...example }
}

/** People choose from what the shop sells. */
function productForm(): Form {
  return {
    displayName: 'Product Name or ID',
    description:
      'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
    type: 'options',
    typeOptions: { loadOptionsMethod: 'getProducts' },
    default: '',
  }
}
