import {
  type IExecuteFunctions,
  type ILoadOptionsFunctions,
  type INodeExecutionData,
  type INodePropertyOptions,
  type INodeType,
  type INodeTypeDescription,
  type JsonObject,
  NodeApiError,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { listed } from '../api/pages.ts'
import { textOf } from '../api/text-of.ts'
import { perform } from './perform.ts'
import { allProperties } from './properties.ts'

/** Of a field in which people choose; who sells more names the product by an expression. */
const mostChoices = 1_000

export class Billkeep implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Billkeep',
    name: 'billkeep',
    icon: { light: 'file:../../icons/billkeep.svg', dark: 'file:../../icons/billkeep.dark.svg' },
    group: ['transform'],
    version: 1,
    subtitle: '={{$parameter["operation"] + ": " + $parameter["resource"]}}',
    description: 'Work with orders, customers and products of Billkeep',
    defaults: { name: 'Billkeep' },
    usableAsTool: true,
    inputs: [NodeConnectionTypes.Main],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'billkeepApi', required: true }],
    properties: allProperties(),
  }

  methods = {
    loadOptions: {
      async getProducts(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
        const products = await listed(this, 'listProducts', { query: {}, most: mostChoices })
        return products.map(({ name, title }) => ({ name: textOf(title), value: textOf(name) }))
      },
    },
  }

  async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
    const done: INodeExecutionData[] = []
    for (const itemIndex of this.getInputData().keys()) {
      try {
        const results = await perform(this, itemIndex)
        done.push(...results.map((json) => ({ json, pairedItem: { item: itemIndex } })))
      } catch (error) {
        if (!this.continueOnFail()) throw new NodeApiError(this.getNode(), thrown(error), { itemIndex })
        const message = error instanceof Error ? error.message : String(error)
        done.push({ json: { error: message }, pairedItem: { item: itemIndex } })
      }
    }
    return [done]
  }
}

/** What is a NodeApiError already stays so. */
function thrown(error: unknown): JsonObject {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- n8n takes any error here, and its types say less
  return error as JsonObject
}
