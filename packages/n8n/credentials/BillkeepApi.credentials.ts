import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow'

export class BillkeepApi implements ICredentialType {
  name = 'billkeepApi'

  displayName = 'Billkeep API'

  icon = { light: 'file:../icons/billkeep.svg', dark: 'file:../icons/billkeep.dark.svg' } as const

  documentationUrl = 'https://github.com/billkeep/billkeep/blob/main/docs/integrating/n8n.md'

  properties: INodeProperties[] = [
    {
      displayName: 'Address',
      name: 'address',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'https://orders.example.com',
      description: 'Where your Billkeep is, without anything after the host',
    },
    {
      displayName: 'Token',
      name: 'token',
      type: 'string',
      typeOptions: { password: true },
      default: '',
      required: true,
      description: 'Of the shop; it may do in n8n what its scopes say. The trigger needs webhooks:write.',
    },
  ]

  authenticate: IAuthenticateGeneric = {
    type: 'generic',
    properties: { headers: { Authorization: '=Bearer {{$credentials.token}}' } },
  }

  /** The least that any token of use here may do. */
  test: ICredentialTestRequest = {
    request: { baseURL: '={{$credentials.address.replace(/\\/+$/, "")}}', url: '/v1/orders?limit=1' },
  }
}
