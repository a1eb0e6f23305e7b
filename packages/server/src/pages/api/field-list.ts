/** The fields of an object, each with what it is and has to be. */
import type { JsonSchema } from '../../derive/openapi/json-schema.ts'
import { type Html, markup, nothing } from '../html.ts'
import { inline } from './prose.ts'
import { limitsOf, partsOf, typeOf } from './schema-type.ts'

/** Of what is sent, what must be there is marked; of what is answered, what may be missing. */
export type Marked = 'required' | 'optional'

export interface Field {
  readonly name: string
  readonly schema: JsonSchema
  readonly isRequired: boolean
}

export function fieldsOf({ properties = {}, required = [] }: JsonSchema): readonly Field[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    schema: typeof schema === 'boolean' ? {} : schema,
    isRequired: required.includes(name),
  }))
}

export function fieldList(fields: readonly Field[], marked: Marked): Html {
  return markup`<ul class="fields">\n${fields.map((field) => fieldItem(field, marked))}</ul>\n`
}

function fieldItem({ name, schema, isRequired }: Field, marked: Marked): Html {
  const isMarked = isRequired === (marked === 'required')
  const mark = isMarked ? markup` <span class="${marked}">${marked}</span>` : nothing
  return markup`<li><p class="field"><code class="name">${name}</code> <span class="type">${typeOf(schema)}</span>${mark}</p>
${meaningOf(name, schema)}${innerFields(name, schema, marked)}</li>\n`
}

/** A title that says no more than the name is left out. */
function meaningOf(name: string, { title = '', description = '', ...schema }: JsonSchema): Html {
  const limits = limitsOf(schema).map((limit) => markup` <span class="limit">${limit}</span>`)
  const isName = title.toLowerCase() === name.toLowerCase().replaceAll(/[_-]/g, ' ') || title === description
  const words = isName ? [description] : [title, description]
  const sentences = words.filter((text) => text !== '').map((text) => (/[.!?…]$/.test(text) ? text : `${text}.`))
  if (sentences.length === 0 && limits.length === 0) return nothing
  return markup`<p>${inline(sentences.join(' '))}${limits}</p>\n`
}

function innerFields(name: string, schema: JsonSchema, marked: Marked): Html {
  const parts = partsOf(schema)
  if (parts === undefined) return nothing
  const fields = fieldsOf(parts)
  return markup`<details><summary>${String(fields.length)} fields of <code>${name}</code></summary>
${fieldList(fields, marked)}</details>\n`
}
