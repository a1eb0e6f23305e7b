/** The schemas of an OpenAPI document, held against values by a public validator of JSON Schema 2020-12. */
import { Ajv2020 } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'

export interface DocumentSchemas {
  /** What is wrong with the value, '' where it fits. `pointer` leads to the schema: names, not escaped. */
  faults(pointer: readonly string[], value: unknown): string
}

export function schemasOf(document: object): DocumentSchemas {
  const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true })
  for (const [name, format] of Object.entries(fullFormats)) ajv.addFormat(name, format)
  // The document itself is no schema: it only holds some.
  ajv.addVocabulary(['openapi', 'info', 'servers', 'tags', 'paths', 'webhooks', 'components', 'security'])
  ajv.addSchema(document, 'document')
  return {
    faults(pointer, value) {
      const validate = ajv.getSchema(`document#/${pointer.map(escaped).join('/')}`)
      if (validate === undefined) throw new Error(`The document has no ${pointer.join(' ')}.`)
      return validate(value) === true ? '' : ajv.errorsText(validate.errors, { dataVar: '', separator: '\n' })
    },
  }
}

/** https://www.rfc-editor.org/rfc/rfc6901, as part of an address. */
function escaped(name: string): string {
  return encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))
}
