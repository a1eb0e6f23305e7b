import {
  type IHookFunctions,
  type INodeType,
  type INodeTypeDescription,
  type IWebhookFunctions,
  type IWebhookResponseData,
  NodeConnectionTypes,
} from 'n8n-workflow'
import { operations } from '../generated/api.ts'
import { arrived } from './arrived.ts'
import { isSubscribed, subscribe, unsubscribe } from './subscription.ts'

const types = operations.createWebhookEndpoint.body.find(({ name }) => name === 'types')?.choices ?? []

export class BillkeepTrigger implements INodeType {
  description: INodeTypeDescription = {
    displayName: 'Billkeep Trigger',
    name: 'billkeepTrigger',
    icon: { light: 'file:../../icons/billkeep.svg', dark: 'file:../../icons/billkeep.dark.svg' },
    group: ['trigger'],
    version: 1,
    subtitle: '={{$parameter["events"].join(", ")}}',
    description: 'Starts the workflow when something happens to an order or product in Billkeep',
    defaults: { name: 'Billkeep Trigger' },
    inputs: [],
    outputs: [NodeConnectionTypes.Main],
    credentials: [{ name: 'billkeepApi', required: true }],
    webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
    properties: [
      {
        displayName: 'Events',
        name: 'events',
        type: 'multiOptions',
        required: true,
        default: ['order.paid'],
        description: 'What starts the workflow',
        options: types.map((value) => ({ name: nameOf(value), value })),
      },
    ],
  }

  webhookMethods = {
    default: {
      async checkExists(this: IHookFunctions): Promise<boolean> {
        return isSubscribed(this)
      },
      async create(this: IHookFunctions): Promise<boolean> {
        await subscribe(this)
        return true
      },
      async delete(this: IHookFunctions): Promise<boolean> {
        await unsubscribe(this)
        return true
      },
    },
  }

  async webhook(this: IWebhookFunctions): Promise<IWebhookResponseData> {
    return arrived(this, Date.now())
  }
}

/** `order.paid` → «Order Paid» */
function nameOf(type: string): string {
  return type.replaceAll(/(?:^|\.)(\w)/g, (_, letter: string) => ` ${letter.toUpperCase()}`).trim()
}
