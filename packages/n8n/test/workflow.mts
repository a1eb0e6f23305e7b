/** A workflow of both nodes, and the credentials for it, as n8n imports them. */

export const seen = 'seen by n8n'

const credentials = { billkeepApi: { id: 'billkeep1', name: 'Billkeep' } }

export const workflow = {
  id: 'billkeepworkflow',
  // n8n keeps each version of a workflow, and imports none without a name for it.
  versionId: '0d9a3b52-1c55-4d5e-9f3a-6b7c8d9e0f1a',
  name: 'Mark new orders',
  active: false,
  settings: { saveDataSuccessExecution: 'all' },
  nodes: [
    {
      id: 'trigger',
      name: 'Billkeep Trigger',
      type: 'n8n-nodes-billkeep.billkeepTrigger',
      typeVersion: 1,
      position: [0, 0],
      webhookId: 'b1bd1f0e-9c5b-4a3e-8f6f-1a2b3c4d5e6f',
      parameters: { events: ['order.created'] },
      credentials,
    },
    {
      id: 'get',
      name: 'Get Order',
      type: 'n8n-nodes-billkeep.billkeep',
      typeVersion: 1,
      position: [200, 0],
      parameters: { resource: 'order', operation: 'get', number: '={{ $json.data.number }}' },
      credentials,
    },
    {
      id: 'mark',
      name: 'Mark Order',
      type: 'n8n-nodes-billkeep.billkeep',
      typeVersion: 1,
      position: [400, 0],
      parameters: {
        resource: 'order',
        operation: 'update',
        number: '={{ $json.number }}',
        additionalFields: { tag: seen },
      },
      credentials,
    },
  ],
  connections: {
    'Billkeep Trigger': { main: [[{ node: 'Get Order', type: 'main', index: 0 }]] },
    'Get Order': { main: [[{ node: 'Mark Order', type: 'main', index: 0 }]] },
  },
}

export function credentialsFor(data: { readonly address: string; readonly token: string }) {
  return { id: credentials.billkeepApi.id, name: credentials.billkeepApi.name, type: 'billkeepApi', data }
}
