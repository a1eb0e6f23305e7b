import type { IAuthenticateGeneric, ICredentialTestRequest, ICredentialType, INodeProperties } from 'n8n-workflow'

/** The same as `apiAddress` says, where nothing can be imported. */
const testedAddress =
  '={{$credentials.address.trim().replace(/^(?!https?:\\/\\/)/i, "https://").replace(/\\/+$/, "").replace(/\\/(v1(\\/docs)?|@[^\\/]*)$/, "")}}'

export class BillkeepApi implements ICredentialType {
  name = 'billkeepApi'

  displayName = 'Billkeep API'

  icon = { light: 'file:../icons/billkeep.svg', dark: 'file:../icons/billkeep.dark.svg' } as const

  /** n8n asks for one; of whoever publishes the package (`publishable.mjs`). */
  documentationUrl = 'https://billkeep.example/n8n'

  properties: INodeProperties[] = [
    {
      displayName: 'Address',
      name: 'address',
      type: 'string',
      default: '',
      required: true,
      placeholder: 'https://orders.example.com',
      description: 'Where your Billkeep is, as you open it in a browser',
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

  /** The least that any token of use here may do. A page of something else answers with 200, too, but has no `data`. */
  test: ICredentialTestRequest = {
    request: { baseURL: testedAddress, url: '/v1/orders?limit=1', disableFollowRedirect: true },
    rules: [
      {
        type: 'responseSuccessBody',
        properties: { key: 'data', value: undefined, message: 'The address does not answer as Billkeep does' },
      },
    ],
  }
}
